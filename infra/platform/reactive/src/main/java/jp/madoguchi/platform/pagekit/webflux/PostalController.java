package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.postal.PostalCodes;
import jp.madoguchi.platform.postal.Place;
import java.time.Duration;
import java.util.List;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.Ward;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers the script of the address fields; public like the static files it stands among, and as cacheable. */
@Controller
public class PostalController {

    /**
     * @param ward 「中央区」 where the place lies in a ward of our city, otherwise empty
     * @param ours whether it lies in our city
     */
    record Offer(String prefecture, String municipality, String town, String ward, boolean ours) {

        static Offer of(Place place) {
            var whole = place.prefecture() + place.municipality();
            var city = City.inForce();
            var ward = city.wardOfPlace(whole).map(Ward::name).orElse("");
            return new Offer(place.prefecture(), place.municipality(), place.town(), ward,
                    !ward.isEmpty() || whole.equals(city.address()));
        }
    }

    @GetMapping("/assets/postal/{code}")
    Mono<ResponseEntity<List<Offer>>> places(@PathVariable String code) {
        return Mono.fromCallable(() -> PostalCodes.places(code).stream().map(Offer::of).toList())
                .subscribeOn(Schedulers.boundedElastic())
                .map(places -> ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                        .body(places));
    }
}
