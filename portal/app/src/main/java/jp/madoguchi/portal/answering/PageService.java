package jp.madoguchi.portal.answering;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Carried;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftCompletions;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.PageOrder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes a posted page: saves what was typed, understood or not, and says where the applicant goes from there.
 */
@Component
public class PageService {

    private static final int RETRIES = 5;

    private final DraftStore drafts;
    private final DraftCompletions completions;
    private final Catalogue catalogue;
    private final PageWriter writer;
    private final InstantSource clock;

    PageService(DraftStore drafts, DraftCompletions completions, Catalogue catalogue, PageWriter writer,
            InstantSource clock) {
        this.drafts = drafts;
        this.completions = completions;
        this.catalogue = catalogue;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What came of a posted page.
     *
     * @param draft as it was read before it was saved
     * @param page of the version the draft is in
     */
    public record Taken(Draft draft, Page page, Outcome outcome) {}

    /**
     * Saves a posted page in the draft as it was read; only where the draft was changed since, it is read again.
     *
     * @throws Refusal (as error signal) if it cannot be saved now; then nothing is stored
     */
    public Mono<Taken> take(Draft draft, String pageId, Received received, Device device) {
        return take(draft, pageId, received, device, RETRIES);
    }

    private Mono<Taken> take(Draft draft, String pageId, Received received, Device device, int retries) {
        return attempt(draft, pageId, received, device).switchIfEmpty(Mono.defer(() -> retries > 0
                ? drafts.find(draft.id()).flatMap(fresh -> take(fresh, pageId, received, device, retries - 1))
                : Mono.error(busy())));
    }

    /** Empty where the draft was changed since it was read: then nothing is stored. */
    private Mono<Taken> attempt(Draft draft, String pageId, Received received, Device device) {
        if (isOver(draft)) {
            return Mono.just(new Taken(draft, draft.procedure().pages().getFirst(),
                    new Outcome.Goes(Addresses.draft(draft.id()))));
        }
        if (received.page().isFor(draft)) {
            var page = Pages.named(draft.procedure(), pageId);
            return PostalPlaces.taken(received)
                    .flatMap(whole -> completions.of(draft).scope(draft)
                            .flatMap(scope -> save(draft, page, whole, device, scope)))
                    .map(outcome -> new Taken(draft, page, outcome));
        }
        // Shown before the draft was taken over into a newer version: what was typed there goes the same way.
        return older(draft, received.page()).switchIfEmpty(Mono.error(PageService::otherVersion))
                .flatMap(shown -> saveLate(draft, shown, Pages.named(shown, pageId), received, device))
                .map(outcome -> new Taken(draft,
                        Pages.find(draft.procedure(), pageId).orElse(draft.procedure().pages().getFirst()), outcome));
    }

    /** Whether nothing can be saved in it any more. */
    public boolean isOver(Draft draft) {
        return !draft.isOpen() || draft.expiresAt().isBefore(clock.instant());
    }

    private Mono<Outcome> save(Draft draft, Page page, Received received, Device device,
            Optional<CorrectionScope> scope) {
        var posted = received.page();
        var move = PageAction.of(posted);
        var before = draft.filling(today());
        var saved = PageFindings.kept(before, PageFindings.ours(before.save(page.id(), posted.typed()), draft), scope);
        var unknown = saved.findings().stream().filter(PageFindings::isUnknown).toList();
        if (draft.isOvertaken(page.id(), posted.revision(), posted.rendering())
                && (!unknown.isEmpty() || !saved.filling().answers().equals(before.answers()))) {
            return Mono.just(new Outcome.Overtaken(draft, before, saved.filling()));
        }
        var taken = TakenFiles.in(saved.filling(), received.files());
        var moved = moved(taken.filling(), move);
        var next = scope.map(limits -> limits.keep(moved)).orElse(moved);
        var attached = taken.attachedIn(next);
        var now = clock.instant();
        return writer.write(draft, page, next, move, attached, posted, device, now, null)
                .filter(Boolean::booleanValue).flatMap(done -> {
                    var standing = next.check(page.id());
                    var said = new ArrayList<>(PageFindings.lost(saved, page, move));
                    said.addAll(taken.refused());
                    received.refused().stream().map(PageFindings::refused).forEach(said::add);
                    if (!said.isEmpty()) {
                        return Mono.just(new Outcome.Stays(next, PageFindings.together(said, standing, move),
                                received.status()));
                    }
                    return Mono
                            .just(new Outcome.Goes(
                                    PageRoute.after(draft, page, before, saved, next, standing, move, posted)))
                            .delayUntil(goes -> writer.log(draft, page, next, standing, move, device, now));
                });
    }

    /** The version a page was shown in, where the draft has left it for a newer one; empty otherwise. */
    private Mono<Procedure> older(Draft draft, PostedPage posted) {
        return draft.carried() != null && posted.version() > 0 && posted.version() < draft.edition().version()
                ? catalogue.edition(draft.procedure().id(), posted.version()).map(Edition::procedure)
                : Mono.empty();
    }

    private static Refusal otherVersion() {
        return new Refusal.Conflict("other-version",
                "別の版の画面から送られたため、保存しませんでした。申請の画面を開き直してから入力してください。");
    }

    /** Saves a page of an older version in a draft that was taken over since the page was shown. */
    private Mono<Outcome> saveLate(Draft draft, Procedure shown, Page page, Received received, Device device) {
        var posted = received.page();
        var late = CarryOver.late(draft.filling(today()), shown, page, posted.typed(),
                draft.isOvertaken(page.id(), posted.revision(), posted.rendering()), draft.language());
        var taken = TakenFiles.in(late.carried().filling(), received.files());
        var next = moved(taken.filling(), PageAction.of(posted));
        var attached = taken.attachedIn(next);
        var carried = Carried.over(draft, late.carried(), draft.revision() + 1);
        return writer
                .write(draft, page, next, PageAction.of(posted), attached, posted, device, clock.instant(), carried)
                .filter(Boolean::booleanValue).map(done -> afterLate(draft, page, next, late, taken, received));
    }

    private static Outcome afterLate(Draft draft, Page page, Filling next, CarryOver.Late late, TakenFiles taken,
            Received received) {
        var said = new ArrayList<>(taken.refused());
        received.refused().stream().map(PageFindings::refused).forEach(said::add);
        late.findings().stream().filter(PageFindings::isNotKept)
                .filter(finding -> next.answer(finding.path()).isEmpty() && !next.pending().has(finding.field()))
                .forEach(said::add);
        if (!said.isEmpty() && PageOrder.ids(next).contains(page.id())) {
            return new Outcome.Stays(next, said, received.status());
        }
        return new Outcome.Goes(switch (PageAction.of(received.page())) {
            case PageAction.Later _ -> Addresses.later(draft.id());
            case PageAction.Speak speak -> Addresses.speaking(Addresses.draft(draft.id()), speak.language());
            case PageAction.SignIn _ -> Addresses.signedIn(draft.id());
            default -> Addresses.draft(draft.id());
        });
    }

    private static Refusal busy() {
        return new Refusal.Conflict("draft-busy", "同じ申請が別の画面で続けて保存されています。少し待ってからお試しください。");
    }

    private static Filling moved(Filling filling, PageAction move) {
        return switch (move) {
            case PageAction.AddRow add -> filling.addRow(add.repeat());
            case PageAction.RemoveRow remove -> filling.removeRow(remove.repeat(), remove.row());
            case PageAction.Detach detach -> filling.detach(detach.path(), detach.file());
            case PageAction.Next _,PageAction.Back _,PageAction.Later _,PageAction.Speak _,PageAction.SignIn _,PageAction.Attach _,PageAction.Find _,PageAction.Ask _,PageAction.Postal _,PageAction.Place _ ->
                filling;
        };
    }

    private LocalDate today() {
        return BusinessCalendar.dayOf(clock.instant());
    }
}
