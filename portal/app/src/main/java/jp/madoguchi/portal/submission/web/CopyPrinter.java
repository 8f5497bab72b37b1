package jp.madoguchi.portal.submission.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.filling.FeeDue;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.pdf.ApplicationCopy;
import jp.madoguchi.platform.pdf.Entry;
import jp.madoguchi.platform.pdf.PaperPrinter;
import jp.madoguchi.platform.pdf.Section;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.submission.HandedIn;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.wording.AnswersOnPaper;
import jp.madoguchi.portal.wording.Wording;
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
    private final SiteChrome city;

    CopyPrinter(HandedIn handedIn, Catalogue catalogue, PaperPrinter printer, SiteChrome city) {
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
        var wording = new Wording(Language.JA);
        var number = standing.receiptNumber().grouped();
        var summary = new ArrayList<>(List.of(new Entry("受付番号", number),
                new Entry("手続き", edition.procedure().title().ja()),
                new Entry("到達日時", wording.moment(standing.arrivedAt()))));
        if (revision.number() > 1) {
            summary.add(new Entry("補正日時", wording.moment(revision.at())));
        }
        summary.add(new Entry("手続きの版", edition.version() + "（" + edition.contentHash().substring(0, 12) + "）"));
        return new ApplicationCopy(edition.procedure().title().ja() + "　控え", city.site().city(), number, summary,
                sections(edition, revision.answers(), LocalDate.ofInstant(standing.arrivedAt(), BusinessCalendar.ZONE),
                        wording),
                List.of("この控えは、提出された内容をそのまま印刷したものです。審査の結果を示すものではありません。",
                        "到達日時は、提出された内容と添付ファイルが本市のファイルに記録された時刻です（情報通信技術を活用した行政の推進等に関する法律第6条第3項）。"));
    }

    private static List<Section> sections(Edition edition, Answers answers, LocalDate arrived, Wording wording) {
        var sections = new ArrayList<>(AnswersOnPaper.sections(edition.procedure(), answers));
        var fee = FeeDue.of(edition.procedure(), answers, arrived);
        if (!fee.lines().isEmpty()) {
            var lines = new ArrayList<>(fee.lines().stream()
                    .map(line -> new Entry(wording.text(line.label()), wording.yen(line.yen()))).toList());
            if (lines.size() > 1) {
                lines.add(new Entry(wording.text("review.fee.total"), wording.yen(fee.total())));
            }
            sections.add(new Section(wording.text("procedure.fee"), lines));
        }
        return sections;
    }
}
