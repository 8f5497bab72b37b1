package jp.madoguchi.portal.submission.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.filling.FeeDue;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.Surroundings;
import jp.madoguchi.platform.pdf.ApplicationCopy;
import jp.madoguchi.platform.pdf.Entry;
import jp.madoguchi.platform.pdf.PaperPrinter;
import jp.madoguchi.platform.pdf.Section;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.submission.HandedIn;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.wording.AnswersOnPaper;
import jp.madoguchi.portal.wording.Say;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Prints the applicant's copy (控え): what was handed in, with the time of arrival and the fingerprint of each file.
 */
@Component
class CopyPrinter {

    private final HandedIn handedIn;
    private final Catalogue catalogue;
    private final PaperPrinter printer;
    private final Surroundings city;

    CopyPrinter(HandedIn handedIn, Catalogue catalogue, PaperPrinter printer, Surroundings city) {
        this.handedIn = handedIn;
        this.catalogue = catalogue;
        this.printer = printer;
        this.city = city;
    }

    Mono<byte[]> print(SubmissionStanding standing) {
        return catalogue.edition(standing.procedure(), standing.version())
                .zipWhen(edition -> handedIn.latest(standing.id(), edition))
                .flatMap(both -> printer.print(copy(standing, both.getT1(), both.getT2())));
    }

    private ApplicationCopy copy(SubmissionStanding standing, Edition edition, HandedIn.Revision revision) {
        // Japanese is the language of record.
        var say = new Say(Language.JA);
        var number = standing.receiptNumber().grouped();
        var summary = new ArrayList<>(List.of(new Entry("受付番号", number),
                new Entry("手続き", edition.procedure().title().ja()),
                new Entry("到達日時", say.moment(standing.arrivedAt()))));
        if (revision.number() > 1) {
            summary.add(new Entry("補正日時", say.moment(revision.at())));
        }
        summary.add(new Entry("手続きの版", edition.version() + "（" + edition.contentHash().substring(0, 12) + "）"));
        return new ApplicationCopy(edition.procedure().title().ja() + "　控え", city.site().city(), number, summary,
                sections(edition, revision.answers(), LocalDate.ofInstant(standing.arrivedAt(), BusinessCalendar.ZONE),
                        say),
                List.of("この控えは、提出された内容をそのまま印刷したものです。審査の結果を示すものではありません。",
                        "到達日時は、提出された内容と添付ファイルが本市のファイルに記録された時刻です（情報通信技術を活用した行政の推進等に関する法律第6条第3項）。"));
    }

    private static List<Section> sections(Edition edition, Answers answers, LocalDate arrived, Say say) {
        var sections = new ArrayList<>(AnswersOnPaper.sections(edition.procedure(), answers));
        var fee = FeeDue.of(edition.procedure(), answers, arrived);
        if (!fee.lines().isEmpty()) {
            var lines = new ArrayList<>(fee.lines().stream()
                    .map(line -> new Entry(say.text(line.label()), say.yen(line.yen()))).toList());
            if (lines.size() > 1) {
                lines.add(new Entry(say.text("review.fee.total"), say.yen(fee.total())));
            }
            sections.add(new Section(say.text("procedure.fee"), lines));
        }
        return sections;
    }
}
