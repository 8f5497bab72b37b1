package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.Ward;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.calendar.BusinessCalendar;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What other rooms ask of the register of all procedures. */
@Component
public class Register {

    private final Inventory inventory;
    private final CoverageSettings settings;
    private final InstantSource clock;

    Register(Inventory inventory, CoverageSettings settings, InstantSource clock) {
        this.inventory = inventory;
        this.settings = settings;
        this.clock = clock;
    }

    /** A procedure that this platform serves, as the register knows it. */
    public record Served(ProcedureId procedure, String title, String bureau) {}

    /** Those entries that are linked to a procedure of this platform, by its id. */
    public Mono<Map<ProcedureId, Served>> served() {
        return inventory.all()
                .flatMapIterable(entry -> entry.procedure() == null
                        ? List.<Served>of()
                        : List.of(new Served(entry.procedure(), entry.title(), entry.bureau())))
                .collectMap(Served::procedure);
    }

    /**
     * The coverage as it stands today; empty where the register is.
     *
     * @param bureau one bureau only; null for all
     * @param ward one ward only; null for all
     */
    public Mono<CoverageReport> coverage(FiscalYear year, @Nullable String bureau, @Nullable Ward ward) {
        return inventory.all().collectList().filter(all -> !all.isEmpty()).map(all -> report(all, year, bureau, ward));
    }

    /** Today in Japan. */
    public LocalDate today() {
        return BusinessCalendar.dayOf(clock.instant());
    }

    private CoverageReport report(List<InventoryEntry> all, FiscalYear year, @Nullable String bureau,
            @Nullable Ward ward) {
        var today = today();
        var counted = settings.counted();
        var some = bureau == null ? all : all.stream().filter(entry -> entry.bureau().equals(bureau)).toList();
        return new CoverageReport(today, Coverage.on(today, some, counted, ward),
                CoverageTrend.between(year.first(), year.last(), today, some, counted, ward), byBureau(all, today),
                City.inForce().wards().stream().map(each -> new CoverageReport.Part(each.id(), each.name(),
                        Coverage.on(today, all, counted, each))).toList(),
                onlineUse(some), some.stream().mapToInt(InventoryEntry::baseYear).max().orElse(year.year()),
                settings.target(), settings.targetDay(),
                CoverageTrend.reached(settings.target(), today, some, counted, ward), counted,
                some.stream().anyMatch(InventoryEntry::sample),
                (int) some.stream().filter(entry -> entry.eligible() && entry.byWard().isEmpty()).count());
    }

    private List<CoverageReport.Part> byBureau(List<InventoryEntry> all, LocalDate today) {
        return all.stream().collect(Collectors.groupingBy(InventoryEntry::bureau)).entrySet().stream()
                .map(bureau -> new CoverageReport.Part(bureau.getKey(), bureau.getKey(),
                        Coverage.on(today, bureau.getValue(), settings.counted(), null)))
                .sorted(Comparator
                        .comparingLong((CoverageReport.Part part) -> part.coverage().applications().whole()).reversed()
                        .thenComparing(CoverageReport.Part::label))
                .toList();
    }

    private static Share onlineUse(List<InventoryEntry> entries) {
        return new Share(entries.stream().mapToLong(entry -> entry.base().online()).sum(),
                entries.stream().mapToLong(entry -> entry.base().total()).sum());
    }

    public List<NextProcedure> next(List<InventoryEntry> entries, @Nullable Ward ward) {
        return NextProcedure.of(entries, today(), settings.counted(), ward);
    }
}
