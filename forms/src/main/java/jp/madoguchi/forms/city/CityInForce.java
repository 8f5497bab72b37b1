package jp.madoguchi.forms.city;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The one city that this program serves. A program serves one city, and what a form says of an address depends on it: so it stands
 * in one place of the process, and only the program's own start and its watch for changes put another here.
 */
public final class CityInForce {

    private static final AtomicReference<@Nullable City> CITY = new AtomicReference<>();

    private CityInForce() {}

    /** Read once, and only where no city was put in force before. */
    private static final class Sample {

        static final City CITY = CityFile.sample();
    }

    static City get() {
        var city = CITY.get();
        return city == null ? Sample.CITY : city;
    }

    /** From now on this is the city, for everything that begins after it. */
    public static void put(City city) {
        CITY.set(city);
    }
}
