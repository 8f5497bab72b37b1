package jp.madoguchi.portal.catalogue.web;

import java.time.Duration;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.platform.formpage.ListedEntries;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.catalogue.Catalogue;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/**
 * Answers the script of a long list while words are typed. A version never changes, so the answer may be kept; it is as
 * public as the form itself, and nothing of it is logged.
 */
@Controller
class ListController {

    private final Catalogue catalogue;

    ListController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/procedures/{procedure}/versions/{version}/lists/{question}")
    Mono<ResponseEntity<ListedEntries>> search(@PathVariable String procedure, @PathVariable int version,
            @PathVariable String question, @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "in", defaultValue = "ja") String language) {
        var words = Language.ofTag(language).orElse(Language.JA);
        return Mono.justOrEmpty(ProcedureId.parse(procedure).filter(id -> QuestionId.isValid(question)))
                .flatMap(id -> catalogue.edition(id, version))
                .flatMap(edition -> Mono.justOrEmpty(
                        edition.procedure().item(new QuestionId(question)).filter(Question.class::isInstance)
                                .map(Question.class::cast).map(Question::kind)
                                .filter(QuestionKind.ChooseListed.class::isInstance)
                                .map(QuestionKind.ChooseListed.class::cast)))
                .switchIfEmpty(Mono.error(ListController::noSuchList))
                .map(listed -> ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                        .body(ListedEntries.of(listed.list(), q, words)));
    }

    private static Refusal noSuchList() {
        return new Refusal.NotFound("no-such-list", "この一覧はありません。申請の画面を開き直してください。");
    }
}
