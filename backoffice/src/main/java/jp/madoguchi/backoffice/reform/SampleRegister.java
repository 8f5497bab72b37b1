package jp.madoguchi.backoffice.reform;

import jp.madoguchi.platform.csv.CsvText;
import java.util.stream.Collectors;
import java.util.LinkedHashMap;
import jp.madoguchi.forms.city.City;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

/**
 * A made-up register of the size of a city of 1.5 million people: {@value #KINDS} kinds of procedure and
 * {@value #APPLICATIONS} applications a year, about 40 kinds of them with 10,000 or more. The same on every run. Only the
 * two totals come from a published source; every single figure is made up and every entry is marked as a sample.
 */
final class SampleRegister {

    static final int KINDS = 1_000;
    static final long APPLICATIONS = 2_300_000;
    static final int BASE_YEAR = 2024;

    /** Volumes fall with rank like a Zipf-Mandelbrot law, with about 28 made-up kinds above 10,000. */
    private static final double OFFSET = 20;
    private static final double EXPONENT = 1.6106;
    private static final double RANK_OF_TEN_THOUSAND = 28.5;
    private static final long SEED = 281_000;

    /** Where the sample does not know how many live in a ward. */
    private static final int USUAL_RESIDENTS = 150;

    /** Residents of the sample city's wards by their id, in thousands, about as they are; used to share out the volumes. */
    private static final Map<String, Integer> RESIDENTS = CsvText
            .lines(resource("sample-residents.csv"))
            .stream().skip(1)
            .collect(Collectors.toMap(line -> line.cells().get(0), line -> Integer.valueOf(line.cells().get(1))));

    private final SplittableRandom random = new SplittableRandom(SEED);

    private SampleRegister() {}

    static List<InventoryEntry> entries() {
        return new SampleRegister().generate();
    }

    private List<InventoryEntry> generate() {
        var entries = new ArrayList<InventoryEntry>(KINDS);
        for (var known : InventoryFile.read(resource("sample-known.csv"), true).entries()) {
            entries.add(known.withWards(shareOut(known.base().total())));
        }
        var kinds = new ArrayList<>(kinds());
        kinds.sort(Comparator.comparingDouble(Kind::weight).reversed());
        int wanted = KINDS - entries.size();
        long left = APPLICATIONS - entries.stream().mapToLong(entry -> entry.base().total()).sum();
        int[] volumes = volumes(wanted, left);
        for (int rank = 0; rank < wanted; rank++) {
            entries.add(entry(code(entries.size()), kinds.get(rank), volumes[rank]));
        }
        return List.copyOf(entries);
    }

    private static String code(int index) {
        return "S%04d".formatted(index + 1);
    }

    /** @return volumes by rank, falling, that add up to {@code total} exactly */
    private static int[] volumes(int kinds, long total) {
        var volumes = new int[kinds];
        long sum = 0;
        for (int rank = 1; rank <= kinds; rank++) {
            volumes[rank - 1] = (int) Math
                    .round(10_000 * Math.pow((RANK_OF_TEN_THOUSAND + OFFSET) / (rank + OFFSET), EXPONENT));
            sum += volumes[rank - 1];
        }
        volumes[0] += Math.toIntExact(total - sum);
        return volumes;
    }

    private record Kind(String bureau, KindType type, int act, String title, double weight) {}

    private List<Kind> kinds() {
        var kinds = new ArrayList<Kind>();
        for (var line : resource("sample-subjects.txt").lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var columns = line.split("\\|", -1);
            var type = KindType.valueOf(columns[1].toUpperCase(Locale.ROOT));
            for (var subject : columns[2].split(";", -1)) {
                for (int act = 0; act < type.acts.size(); act++) {
                    double weight = type.weight / (1 + 2.0 * act) * (0.05 + random.nextDouble());
                    kinds.add(new Kind(columns[0], type, act, subject + " " + type.acts.get(act), weight));
                }
            }
        }
        return kinds;
    }

    private static String resource(String name) {
        try (var stream = SampleRegister.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private InventoryEntry entry(String code, Kind kind, int volume) {
        double busy = Math.min(1, volume / 12_000.0);
        double luck = random.nextDouble();
        Way way;
        if (luck < 0.30 + 0.34 * busy) {
            way = Way.ONLINE;
        } else if (luck < 0.52 + 0.30 * busy) {
            way = random.nextBoolean() ? Way.ONLINE_AND_VISIT : Way.POST;
        } else {
            way = Way.COUNTER;
        }
        var since = way == Way.COUNTER ? null : LocalDate.of(2019, 4, 1).plusMonths(skewedMonths(88));
        boolean planned = way != Way.ONLINE && random.nextDouble() < 0.35;
        var plan = planned ? LocalDate.of(2026, 12, 1).plusMonths(random.nextInt(0, 40)) : null;
        return new InventoryEntry(code, kind.title, kind.bureau, lawRank(kind), random.nextDouble() > 0.02, way, since,
                plan, blockers(kind, way), BASE_YEAR, channels(way, since, volume), shareOut(volume), null, true);
    }

    /** 0 to {@code most}, later months more often: reform gathered pace. */
    private int skewedMonths(int most) {
        return (int) Math.round(most * Math.sqrt(random.nextDouble()));
    }

    private LawRank lawRank(Kind kind) {
        return switch (kind.type) {
            case LICENSE, CERTIFICATE -> random.nextDouble() < 0.75 ? LawRank.LAW : LawRank.ORDINANCE;
            case BENEFIT -> random.nextDouble() < 0.5 ? LawRank.LAW : LawRank.ORDINANCE;
            case FACILITY -> LawRank.ORDINANCE;
            case SUBSIDY -> LawRank.GUIDELINE;
        };
    }

    private Set<Blocker> blockers(Kind kind, Way way) {
        var blockers = EnumSet.noneOf(Blocker.class);
        if (way == Way.ONLINE) {
            return blockers;
        }
        boolean paid = kind.type == KindType.CERTIFICATE || kind.type == KindType.LICENSE
                || kind.type == KindType.FACILITY;
        addBy(paid ? 0.6 : 0.05, Blocker.FEE, blockers);
        addBy(kind.type == KindType.SUBSIDY ? 0.6 : 0.3, Blocker.SIGNATURE, blockers);
        addBy(kind.type == KindType.LICENSE ? 0.5 : 0.25, Blocker.ORIGINAL, blockers);
        addBy(kind.type == KindType.BENEFIT ? 0.4 : 0.15, Blocker.FACE_TO_FACE, blockers);
        return blockers;
    }

    private void addBy(double chance, Blocker blocker, Set<Blocker> blockers) {
        if (random.nextDouble() < chance) {
            blockers.add(blocker);
        }
    }

    private ChannelCounts channels(Way way, @Nullable LocalDate since, int volume) {
        boolean onlineInBaseYear = way == Way.ONLINE && since != null
                && since.isBefore(LocalDate.of(BASE_YEAR + 1, 4, 1));
        double online = onlineInBaseYear
                ? 0.2 + 0.55 * random.nextDouble()
                : way == Way.ONLINE_AND_VISIT ? 0.25 * random.nextDouble() : 0;
        double post = way == Way.COUNTER ? 0 : 0.05 + 0.2 * random.nextDouble();
        int onlineCount = (int) Math.floor(volume * online);
        int postCount = (int) Math.floor(volume * post);
        return new ChannelCounts(onlineCount, volume - onlineCount - postCount, postCount, 0);
    }

    /** Shares a volume out over the wards, about by residents; the parts add up exactly. */
    private Map<String, Integer> shareOut(long volume) {
        var weights = new LinkedHashMap<String, Double>();
        for (var ward : City.inForce().wards()) {
            weights.put(ward.id(),
                    RESIDENTS.getOrDefault(ward.id(), USUAL_RESIDENTS) * (0.6 + 0.8 * random.nextDouble()));
        }
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var parts = new LinkedHashMap<String, Integer>();
        weights.forEach((ward, weight) -> parts.put(ward, (int) Math.floor(volume * weight / all)));
        long missing = volume - parts.values().stream().mapToLong(Integer::longValue).sum();
        parts.keySet().stream().limit(missing).toList().forEach(ward -> parts.merge(ward, 1, Integer::sum));
        return parts;
    }

    /** The kinds of thing residents ask for, with what they do about each. */
    private enum KindType {
        BENEFIT(3, List.of("申請", "変更届", "取消・再交付申請")), CERTIFICATE(2.5, List.of("交付申請", "郵送請求")), FACILITY(2,
                List.of("使用申請", "使用変更申請", "使用料減免申請")), LICENSE(1, List.of("申請", "変更届", "廃止届")), SUBSIDY(0.6,
                        List.of("交付申請", "変更承認申請", "実績報告"));

        private final double weight;
        private final List<String> acts;

        KindType(double weight, List<String> acts) {
            this.weight = weight;
            this.acts = acts;
        }
    }
}
