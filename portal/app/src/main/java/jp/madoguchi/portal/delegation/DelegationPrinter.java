package jp.madoguchi.portal.delegation;

import java.time.Instant;
import java.util.List;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.pdf.ApplicationCopy;
import jp.madoguchi.platform.pdf.Entry;
import jp.madoguchi.platform.pdf.PaperPrinter;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.wording.AnswersOnPaper;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Prints what somebody who was asked filled in, for the applicant and the clerk.
 */
@Component
class DelegationPrinter {

    private final PaperPrinter printer;
    private final SiteChrome city;

    DelegationPrinter(PaperPrinter printer, SiteChrome city) {
        this.printer = printer;
        this.city = city;
    }

    Mono<byte[]> print(Draft part, Delegation delegation, Answers answers, Instant now) {
        // Japanese is the language of record.
        var wording = new Wording(Language.JA);
        var edition = part.edition();
        var title = edition.procedure().title().ja();
        var summary = List.of(new Entry("依頼した方", delegation.asker()),
                new Entry("依頼日", wording.date(delegation.askedAt())),
                new Entry("記入の提出日時", wording.moment(now)),
                new Entry("様式の版", edition.version() + "（" + edition.contentHash().substring(0, 12) + "）"));
        return printer.print(new ApplicationCopy(title, city.site().city(), title, summary,
                AnswersOnPaper.sections(edition.procedure(), answers),
                List.of("この書類は、依頼を受けた方が専用のリンクから記入して提出した内容を、そのまま印刷したものです。依頼した方は内容を変更できません。")));
    }
}
