package jp.madoguchi.portal.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.platform.formpage.Errands;
import jp.madoguchi.portal.wording.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How it stands with what somebody else was asked for, in the words of a page.
 */
@Component
class ErrandViews {

    private final ErrandStore errands;
    private final Clock clock;

    ErrandViews(ErrandStore errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    /** Asks the database only for pages on which somebody can be asked. */
    Mono<Errands> of(Draft draft, Filling filling, Page page, Say say) {
        if (page.items().stream().noneMatch(ErrandViews::isForOther)) {
            return Mono.just(Errands.NONE);
        }
        return errands.latest(draft.id()).collectMap(Errand::field)
                .map(all -> path -> new Errands.State(words(path, filling, all, say), isWaiting(all.get(path))));
    }

    private static boolean isForOther(Item item) {
        return switch (item) {
            case Question question -> question.kind() instanceof QuestionKind.FilledByOther;
            case Repeat repeat -> repeat.items().stream().anyMatch(ErrandViews::isForOther);
        };
    }

    private boolean isWaiting(@Nullable Errand errand) {
        return errand != null && errand.isWaiting(clock.instant());
    }

    private String words(FieldPath path, Filling filling, Map<FieldPath, Errand> all, Say say) {
        var errand = all.get(path);
        var done = filling.answer(path).filter(Answer.FilledIn.class::isInstance).map(Answer.FilledIn.class::cast)
                .map(filled -> say.text("errand.state.COMPLETED", say.date(filled.on()), filled.by())).orElse("");
        var standing = errand == null ? "" : standing(errand, clock.instant(), say);
        return (done + " " + standing).strip();
    }

    /** Nothing of what is over and done; that is told by the answer. */
    static String standing(Errand errand, Instant now, Say say) {
        return switch (errand.stage(now)) {
            case SENT -> say.text("errand.state.SENT", say.date(errand.askedAt()), say.date(errand.expiresAt()));
            case OPENED -> say.text("errand.state.OPENED", say.date(errand.askedAt()), say.date(errand.expiresAt()));
            case EXPIRED -> say.text("errand.state.EXPIRED", say.date(errand.expiresAt()));
            case COMPLETED, WITHDRAWN -> "";
        };
    }
}
