package jp.madoguchi.portal.answering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.portal.draft.Carried;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.fill.ActiveTime;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Writes a page that was posted, and what became of it.
 */
@Component
class PageWriter {

    private final DraftChanges changes;
    private final Uploads uploads;
    private final FillLog log;
    private final TransactionalOperator transaction;

    PageWriter(DraftChanges changes, Uploads uploads, FillLog log, TransactionalOperator transaction) {
        this.changes = changes;
        this.uploads = uploads;
        this.log = log;
        this.transaction = transaction;
    }

    /** @return false if the draft was changed meanwhile; then nothing happened */
    Mono<Boolean> write(Draft draft, Page page, Filling next, PageAction move, List<UUID> attached, PostedPage posted,
            Device device, Instant now, @Nullable Carried carried) {
        var active = ActiveTime.of(posted.own(PostedPage.ACTIVE), posted.shownAt(), now, page.items().size());
        var step = new FillStep(draft.run(device), Type.PAGE_SAVED, now, page.id().value(), List.of(), active);
        var saving = changes.save(draft, next, page.id(), posted.rendering(), attached, now, until(draft, now), step,
                carried);
        return move instanceof PageAction.Detach detach
                ? saving.flatMap(done -> done ? uploads.detached(detach.file()).thenReturn(true) : Mono.just(false))
                        .as(transaction::transactional)
                : saving;
    }

    private static Instant until(Draft draft, Instant now) {
        return draft.purpose() instanceof DraftPurpose.DelegatedPart
                ? draft.expiresAt()
                : now.plus(DraftChanges.KEPT);
    }

    /** The step that the page led to, besides being saved. */
    Mono<Void> log(Draft draft, Page page, Filling next, List<Finding> standing, PageAction move, Device device,
            Instant now) {
        if (!draft.purpose().isMeasured()) {
            return Mono.empty();
        }
        return switch (move) {
            case PageAction.Next _ when !standing.isEmpty() -> log.append(new FillStep(draft.run(device),
                    Type.VALIDATION_FAILED, now, page.id().value(), questions(standing), null));
            case PageAction.Next _ when next.endingAfter(page.id()).isPresent() ->
                log.append(FillStep.onPage(draft.run(device), Type.ENDED_ELSEWHERE, now, page.id().value()))
                        .then(changes.settle(draft.id(), now));
            // An interview is complete with its list: nobody gives up who goes no further here.
            case PageAction.Next _ when draft.purpose() instanceof DraftPurpose.Interview
                    && next.checkAll().isEmpty() ->
                log.append(FillStep.onPage(draft.run(device), Type.ENDED_ELSEWHERE, now, page.id().value()))
                        .then(changes.settle(draft.id(), now));
            case PageAction.Later _ -> log.append(FillStep.of(draft.run(device), Type.SUSPENDED, now));
            default -> Mono.empty();
        };
    }

    private static List<String> questions(List<Finding> findings) {
        return findings.stream().map(finding -> finding.path().question().value()).distinct().toList();
    }
}
