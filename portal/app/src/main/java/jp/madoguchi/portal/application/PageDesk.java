package jp.madoguchi.portal.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.application.PageBody.Received;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Edition;
import jp.madoguchi.portal.fill.ActiveTime;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.upload.Attachment;
import jp.madoguchi.portal.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes a posted page: saves what was typed, understood or not, and says where the applicant goes from there.
 */
@Component
class PageDesk {

    /** As long as a draft lives after the last time it was touched. */
    static final Duration KEPT = Duration.ofDays(30);
    private static final int RACES = 5;

    private final DraftStore drafts;
    private final CorrectionScopes scopes;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final FillLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PageDesk(DraftStore drafts, CorrectionScopes scopes, Catalogue catalogue, Uploads uploads, FillLog log,
            TransactionalOperator transaction, Clock clock) {
        this.drafts = drafts;
        this.scopes = scopes;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a posted page. */
    sealed interface Outcome {

        /** Saved; the browser goes to another address. */
        record Goes(String address) implements Outcome {}

        /** Saved, but something has to be said that is not kept: a refused file, a number that must not be stored. */
        record Stays(Filling filling, List<Finding> findings, int status) implements Outcome {}

        /** Not saved: someone else saved the page meanwhile. Both are shown. */
        record Overtaken(Draft draft, Filling saved, Filling typed) implements Outcome {}
    }

    /**
     * @throws Refusal (as error signal) if it cannot be saved now; then nothing is stored
     */
    Mono<Outcome> save(Draft draft, Page page, Received received, Device device) {
        return Places.taken(received).flatMap(
                whole -> scopes.of(draft).flatMap(scope -> attempt(draft, page, whole, device, scope, RACES)));
    }

    private Mono<Outcome> attempt(Draft draft, Page page, Received received, Device device,
            Optional<CorrectionScope> scope, int races) {
        var posted = received.page();
        var move = Move.of(posted);
        var before = draft.filling(today());
        var saved = kept(before, ours(before.save(page.id(), posted.typed()), draft), scope);
        var unknown = saved.findings().stream().filter(PageDesk::isUnknown).toList();
        if (draft.isOvertaken(page.id(), posted.revision(), posted.rendering())
                && (!unknown.isEmpty() || !saved.filling().answers().equals(before.answers()))) {
            return Mono.just(new Outcome.Overtaken(draft, before, saved.filling()));
        }
        var taken = withFiles(saved.filling(), received.files());
        var moved = moved(taken.filling(), move);
        var next = scope.map(limits -> limits.keep(moved)).orElse(moved);
        var there = AttachedFiles.idsIn(next.answers());
        var attached = taken.attached().stream().filter(there::contains).toList();
        var now = clock.instant();
        return write(draft, page, next, move, attached, posted, device, now, null).flatMap(done -> {
            if (!done) {
                return races > 0
                        ? drafts.find(draft.id())
                                .flatMap(fresh -> attempt(fresh, page, received, device, scope, races - 1))
                        : Mono.error(busy());
            }
            var standing = next.check(page.id());
            var said = new ArrayList<>(lost(saved, page, move));
            said.addAll(taken.refused());
            received.refused().forEach(file -> said.add(refusedFile(file.field(), file.reason())));
            if (!said.isEmpty()) {
                return Mono.just(new Outcome.Stays(next, together(said, standing, move), status(received)));
            }
            return Mono.just(new Outcome.Goes(address(draft, page, before, saved, next, move, posted)))
                    .delayUntil(goes -> after(draft, page, next, move, device, now));
        });
    }

    /** The version a page was shown in, where the draft has left it for a newer one; empty otherwise. */
    Mono<Procedure> older(Draft draft, PostedPage posted) {
        return draft.carried() != null && posted.version() > 0 && posted.version() < draft.edition().version()
                ? catalogue.edition(draft.procedure().id(), posted.version()).map(Edition::procedure)
                : Mono.empty();
    }

    /** Saves a page of an older version in a draft that was taken over since the page was shown. */
    Mono<Outcome> saveLate(Draft draft, Procedure shown, Page page, Received received, Device device) {
        return late(draft, shown, page, received, device, RACES);
    }

    private Mono<Outcome> late(Draft draft, Procedure shown, Page page, Received received, Device device, int races) {
        var posted = received.page();
        var late = CarryOver.late(draft.filling(today()), shown, page, posted.typed(),
                draft.isOvertaken(page.id(), posted.revision(), posted.rendering()), draft.language());
        var taken = withFiles(late.carried().filling(), received.files());
        var next = moved(taken.filling(), Move.of(posted));
        var there = AttachedFiles.idsIn(next.answers());
        var attached = taken.attached().stream().filter(there::contains).toList();
        var carried = Carried.over(draft, late.carried(), draft.revision() + 1);
        return write(draft, page, next, Move.of(posted), attached, posted, device, clock.instant(), carried)
                .flatMap(done -> {
                    if (done) {
                        return Mono.just(afterLate(draft, page, next, late, taken, received));
                    }
                    return races > 0
                            ? drafts.find(draft.id())
                                    .flatMap(fresh -> late(fresh, shown, page, received, device, races - 1))
                            : Mono.error(busy());
                });
    }

    private static Outcome afterLate(Draft draft, Page page, Filling next, CarryOver.Late late, Taken taken,
            Received received) {
        var said = new ArrayList<>(taken.refused());
        received.refused().forEach(file -> said.add(refusedFile(file.field(), file.reason())));
        late.findings().stream().filter(PageDesk::isNotKept)
                .filter(finding -> next.answer(finding.path()).isEmpty() && !next.pending().has(finding.field()))
                .forEach(said::add);
        if (!said.isEmpty() && PageOrder.ids(next).contains(page.id())) {
            return new Outcome.Stays(next, said, status(received));
        }
        return new Outcome.Goes(switch (Move.of(received.page())) {
            case Move.Later _ -> Addresses.later(draft.id());
            case Move.Speak speak -> Addresses.speaking(Addresses.draft(draft.id()), speak.language());
            case Move.SignIn _ -> Addresses.signedIn(draft.id());
            default -> Addresses.draft(draft.id());
        });
    }

    /** What was wrong with what was typed, not what was left open. */
    private static boolean isNotKept(Finding finding) {
        return !isUnknown(finding) && !finding.code().equals("required") && !finding.code().equals("asked-now");
    }

    private static Refusal busy() {
        return new Refusal.Conflict("draft-busy", "同じ申請が別の画面で続けて保存されています。少し待ってからお試しください。");
    }

    /**
     * What no question of the form is called comes from something else in the browser, and is passed over: it must not cost the page
     * that was typed beside it. Of a question that is not on this page, or a row that is not there, is told; the rest is saved.
     */
    private static Filling.Saved ours(Filling.Saved saved, Draft draft) {
        return new Filling.Saved(saved.filling(), saved.findings().stream()
                .filter(finding -> !isUnknown(finding) || namesQuestion(finding.field(), draft)).toList());
    }

    private static boolean namesQuestion(String field, Draft draft) {
        var name = field.split("\\.", 2)[0];
        return QuestionId.isValid(name) && draft.procedure().item(new QuestionId(name)).isPresent();
    }

    /** What a correction does not ask for was not on the page as something to fill in, so nothing is said of it either. */
    private static Filling.Saved kept(Filling before, Filling.Saved saved, Optional<CorrectionScope> scope) {
        if (scope.isEmpty()) {
            return saved;
        }
        var open = scope.get().openWith(before.answers());
        return new Filling.Saved(scope.get().keep(saved.filling()),
                saved.findings().stream().filter(finding -> isUnknown(finding) || open.test(finding.path())).toList());
    }

    private Mono<Boolean> write(Draft draft, Page page, Filling next, Move move, List<UUID> attached, PostedPage posted,
            Device device, Instant now, @Nullable Carried carried) {
        var active = ActiveTime.of(posted.own(PostedPage.ACTIVE), posted.shownAt(), now, page.items().size());
        var step = new FillStep(draft.run(device), Type.PAGE_SAVED, now, page.id().value(), List.of(), active);
        var saving = drafts.save(draft, next, page.id(), posted.rendering(), now,
                draft.isErrand() ? draft.expiresAt() : now.plus(KEPT), step, carried);
        if (attached.isEmpty() && !(move instanceof Move.Detach)) {
            return saving;
        }
        var files = move instanceof Move.Detach detach
                ? uploads.attached(attached).then(uploads.detached(detach.file()))
                : uploads.attached(attached);
        return saving.flatMap(done -> done ? files.thenReturn(true) : Mono.just(false)).as(transaction::transactional);
    }

    private Mono<Void> after(Draft draft, Page page, Filling next, Move move, Device device, Instant now) {
        if (draft.isCorrection()) {
            return Mono.empty();
        }
        return switch (move) {
            case Move.Next _ when !next.check(page.id()).isEmpty() -> log.append(new FillStep(draft.run(device),
                    Type.VALIDATION_FAILED, now, page.id().value(), questions(next.check(page.id())), null));
            case Move.Next _ when next.endingAfter(page.id()).isPresent() ->
                log.append(FillStep.onPage(draft.run(device), Type.ENDED_ELSEWHERE, now, page.id().value()))
                        .then(drafts.settle(draft.id(), now));
            // An interview is complete with its list: nobody gives up who goes no further here.
            case Move.Next _ when draft.procedure().isInterview() && next.checkAll().isEmpty() ->
                log.append(FillStep.onPage(draft.run(device), Type.ENDED_ELSEWHERE, now, page.id().value()))
                        .then(drafts.settle(draft.id(), now));
            case Move.Later _ -> log.append(FillStep.of(draft.run(device), Type.SUSPENDED, now));
            default -> Mono.empty();
        };
    }

    private static List<String> questions(List<Finding> findings) {
        return findings.stream().map(finding -> finding.path().question().value()).distinct().toList();
    }

    private static String address(Draft draft, Page page, Filling before, Filling.Saved saved, Filling next, Move move,
            PostedPage posted) {
        var here = Addresses.page(draft.id(), page.id());
        return switch (move) {
            case Move.AddRow add -> here + "#" + newRow(next, add.repeat());
            case Move.RemoveRow remove -> here + "#" + Addresses.anchor(remove.repeat().toString());
            case Move.Attach attach -> here + "#" + Addresses.place(attach.question());
            case Move.Find find -> Searched.address(here, find.path(), posted.typed()) + after(posted) + "#"
                    + Addresses.anchor(find.path().field("words"));
            case Move.Postal postal -> Places.address(here, postal.path()) + after(posted) + "#"
                    + Addresses.anchor(postal.path().field("postal"));
            case Move.Place place -> here + (after(posted).isEmpty() ? "" : "?" + after(posted).substring(1)) + "#"
                    + Addresses.anchor(place.path().field("number"));
            case Move.Detach detach -> here + "#" + Addresses.anchor(detach.path().toString());
            case Move.Ask ask -> Addresses.errand(draft.id(), ask.path());
            case Move.Later _ -> Addresses.later(draft.id());
            case Move.Speak speak -> Addresses.speaking(here, speak.language()) + after(posted);
            case Move.SignIn _ -> Addresses.signedIn(draft.id(), page.id());
            case Move.Back _ -> PageOrder.before(next, page.id()).map(id -> Addresses.page(draft.id(), id))
                    .orElse(draft.isErrand() ? here : Addresses.procedure(draft.procedure().id()));
            case Move.Next _ -> onward(draft, page, before, saved, next, posted);
        };
    }

    /** The row that was added stands last; it takes the focus. */
    private static String newRow(Filling filling, FieldPath repeat) {
        var answers = filling.answers();
        for (var at : repeat.within()) {
            answers = answers.get(at.repeat(), Answer.Rows.class).stream().flatMap(rows -> rows.rows().stream())
                    .filter(row -> row.id().equals(at.row())).findFirst().map(Row::answers).orElse(Answers.NONE);
        }
        return answers.get(repeat.question(), Answer.Rows.class).filter(rows -> !rows.rows().isEmpty())
                .map(rows -> Addresses.anchor(repeat + "." + rows.rows().getLast().id()) + "-row")
                .orElse(Addresses.anchor(repeat.toString()));
    }

    private static String onward(Draft draft, Page page, Filling before, Filling.Saved saved, Filling next,
            PostedPage posted) {
        var here = Addresses.page(draft.id(), page.id());
        var after = after(posted);
        var findings = next.check(page.id());
        if (!findings.isEmpty()) {
            boolean onlyNew = findings.stream().allMatch(finding -> isNew(finding, before, saved, posted));
            return here + (onlyNew ? "?more" + after : "?errors" + after + "#errors");
        }
        if (next.endingAfter(page.id()).isPresent()) {
            return Addresses.ending(draft.id());
        }
        if (!after.isEmpty()) {
            return Addresses.review(draft.id());
        }
        return PageOrder.after(next, page.id()).map(id -> Addresses.page(draft.id(), id))
                .orElse(draft.procedure().isInterview() ? Addresses.bundle(draft.id()) : Addresses.review(draft.id()));
    }

    private static String after(PostedPage posted) {
        return posted.own(PostedPage.AFTER).equals("review") ? "&after=review" : "";
    }

    /**
     * Whether a question has only just been opened by what was posted, so that leaving it out is no mistake. Without a script
     * (nothing measured the time) the browser posts fields that stood hidden in the page; what was asked before then tells.
     */
    private static boolean isNew(Finding finding, Filling before, Filling.Saved saved, PostedPage posted) {
        var path = finding.path();
        if (!finding.code().equals("required")) {
            return false;
        }
        if (posted.own(PostedPage.ACTIVE).isEmpty()) {
            return !before.visibility().shows(path);
        }
        return saved.findings().stream().anyMatch(told -> told.code().equals("asked-now") && told.path().equals(path));
    }

    /** What was found wrong while saving and cannot be found again, because it was not kept (番号法 20条). */
    private static List<Finding> lost(Filling.Saved saved, Page page, Move move) {
        var again = saved.filling().check(page.id());
        // What was wrong in a row goes with the row.
        var removed = move instanceof Move.RemoveRow remove ? remove.repeat() + "." + remove.row() + "." : null;
        return saved.findings().stream()
                .filter(finding -> removed == null || !finding.path().toString().startsWith(removed))
                .filter(finding -> !finding.code().equals("required") && !finding.code().equals("asked-now"))
                .filter(finding -> again.stream().noneMatch(
                        same -> same.path().equals(finding.path()) && same.code().equals(finding.code())))
                .toList();
    }

    /** What has to be said now or never, and on the way onward all that is wrong besides. */
    private static List<Finding> together(List<Finding> said, List<Finding> standing, Move move) {
        if (!(move instanceof Move.Next)) {
            return said;
        }
        var all = new ArrayList<>(said);
        standing.stream().filter(finding -> said.stream().noneMatch(told -> told.path().equals(finding.path())))
                .forEach(all::add);
        return all;
    }

    private static boolean isUnknown(Finding finding) {
        return finding.code().equals("unknown-field");
    }

    private static int status(Received received) {
        return received.refused().isEmpty() ? 422 : received.refused().getFirst().reason().status().value();
    }

    private record Taken(Filling filling, List<UUID> attached, List<Finding> refused) {}

    private static Taken withFiles(Filling filling, List<Attachment> files) {
        var now = filling;
        var attached = new ArrayList<UUID>();
        var refused = new ArrayList<Finding>();
        for (var file : files) {
            var saved = now.attach(FieldPath.parse(file.field()), new Answer.FileRef(file.id(), file.name(),
                    file.bytes(), file.sha256(), file.mediaType()));
            if (saved.isClean()) {
                now = saved.filling();
                attached.add(file.id());
            } else {
                refused.addAll(saved.findings());
            }
        }
        return new Taken(now, attached, refused);
    }

    private static Filling moved(Filling filling, Move move) {
        return switch (move) {
            case Move.AddRow add -> filling.addRow(add.repeat());
            case Move.RemoveRow remove -> filling.removeRow(remove.repeat(), remove.row());
            case Move.Detach detach -> filling.detach(detach.path(), detach.file());
            case Move.Next _,Move.Back _,Move.Later _,Move.Speak _,Move.SignIn _,Move.Attach _,Move.Find _,Move.Ask _,Move.Postal _,Move.Place _ ->
                filling;
        };
    }

    private static Finding refusedFile(FieldPath field, Refusal reason) {
        return new Finding(field, field.toString(), reason.code(), Localized.ja(reason.message()));
    }

    private java.time.LocalDate today() {
        return BusinessCalendar.dayOf(clock.instant());
    }
}
