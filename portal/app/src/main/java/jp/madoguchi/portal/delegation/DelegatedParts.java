package jp.madoguchi.portal.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.platform.formpage.Delegations;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.PartsByOthers;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What others are asked for in a draft: how it stands, and that it ends with its question and its draft.
 */
@Component
public class DelegatedParts implements PartsByOthers {

    private final DelegationStore delegations;
    private final DraftStore drafts;
    private final DraftChanges changes;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    DelegatedParts(DelegationStore delegations, DraftStore drafts, DraftChanges changes,
            TransactionalOperator transaction, InstantSource clock) {
        this.drafts = drafts;
        this.changes = changes;
        this.transaction = transaction;
        this.delegations = delegations;
        this.clock = clock;
    }

    /** Asks the database only for pages on which somebody can be asked. */
    @Override
    public Mono<Delegations> on(Page page, Draft draft, Filling filling, Wording wording) {
        if (page.items().stream().noneMatch(DelegatedParts::isForOther)) {
            return Mono.just(Delegations.NONE);
        }
        return delegations.latest(draft.id()).collectMap(Delegation::field)
                .map(all -> path -> new Delegations.State(words(path, filling, all, wording),
                        isWaiting(all.get(path))));
    }

    @Override
    public Mono<Void> withdrawWithoutQuestion(UUID draft, Filling filling, Instant now) {
        return delegations.latest(draft).filter(asked -> asked.isWaiting(now) && !asksFor(filling, asked))
                .map(Delegation::field).collectList()
                .flatMapMany(fields -> delegations.withdraw(draft, fields, now)).collectList()
                .flatMap(gone -> changes.discardParts(gone, now));
    }

    private static boolean asksFor(Filling filling, Delegation delegation) {
        return filling.question(delegation.field())
                .filter(question -> question.kind() instanceof QuestionKind.FilledByOther other
                        && other.procedure().equals(delegation.procedure()))
                .isPresent();
    }

    @Override
    public Mono<Void> endWithDrafts(Instant now) {
        return delegations.asking().collectList().flatMapMany(drafts::closedAmong).collectList()
                .flatMap(closed -> delegations.end(closed, now).collectList()
                        .flatMap(gone -> changes.discardParts(gone, now)).as(transaction::transactional));
    }

    private static boolean isForOther(Item item) {
        return switch (item) {
            case Question question -> question.kind() instanceof QuestionKind.FilledByOther;
            case Repeat repeat -> repeat.items().stream().anyMatch(DelegatedParts::isForOther);
        };
    }

    private boolean isWaiting(@Nullable Delegation delegation) {
        return delegation != null && delegation.isWaiting(clock.instant());
    }

    private String words(FieldPath path, Filling filling, Map<FieldPath, Delegation> all, Wording wording) {
        var delegation = all.get(path);
        var done = filling.answer(path).filter(Answer.FilledIn.class::isInstance).map(Answer.FilledIn.class::cast)
                .map(filled -> wording.text("delegation.state.COMPLETED", wording.date(filled.on()), filled.by()))
                .orElse("");
        var standing = delegation == null ? "" : standing(delegation, clock.instant(), wording);
        return (done + " " + standing).strip();
    }

    /** Nothing of what is over and done; that is told by the answer. */
    public static String standing(Delegation delegation, Instant now, Wording wording) {
        return switch (delegation.stage(now)) {
            case SENT ->
                wording.text("delegation.state.SENT", wording.date(delegation.askedAt()),
                        wording.date(delegation.expiresAt()));
            case OPENED ->
                wording.text("delegation.state.OPENED", wording.date(delegation.askedAt()),
                        wording.date(delegation.expiresAt()));
            case EXPIRED -> wording.text("delegation.state.EXPIRED", wording.date(delegation.expiresAt()));
            case COMPLETED, WITHDRAWN -> "";
        };
    }
}
