package jp.madoguchi.portal.submission.web;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.begun.OpenDrafts;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.upload.Download;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The receipt of what was just handed in, and the applicant's copy.
 */
@Controller
@RequestMapping("/tracking/{submission}")
class ReceiptController {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final SubmissionStandings standings;
    private final Catalogue catalogue;
    private final OpenDrafts begun;
    private final CopyPrinter copies;
    private final InstantSource clock;

    ReceiptController(SubmissionStandings standings, Catalogue catalogue, OpenDrafts begun, CopyPrinter copies,
            InstantSource clock) {
        this.standings = standings;
        this.catalogue = catalogue;
        this.begun = begun;
        this.copies = copies;
        this.clock = clock;
    }

    @GetMapping("/receipt")
    Mono<Content> receipt(@PathVariable UUID submission, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        var said = exchange.getRequest().getQueryParams().keySet().stream()
                .filter(List.of("unmailed", "mailed", "wait")::contains).findFirst().orElse("");
        var wording = Wording.in(frame.language());
        return standings.findReceipt(submission, visitor, clock.instant())
                .switchIfEmpty(Mono.error(SubmissionStandings::notFound))
                .zipWhen(standing -> catalogue.edition(standing.procedure(), standing.version()))
                .zipWhen(found -> Mono.justOrEmpty(found.getT1().interview())
                        .flatMap(interview -> begun.listOf(interview, visitor)).defaultIfEmpty(""))
                .map(found -> TEMPLATES.submissionReceipt(frame.titled(wording.text("receipt.title")), wording,
                        found.getT1().getT1(), found.getT1().getT1().receiptNumber().grouped(),
                        found.getT1().getT2(),
                        visitor.isSignedIn(), found.getT2(), said));
    }

    @GetMapping("/copy.pdf")
    Mono<ResponseEntity<Flux<DataBuffer>>> copy(@PathVariable UUID submission, Visitor visitor) {
        return standings.findReceipt(submission, visitor, clock.instant())
                .switchIfEmpty(Mono.error(ReceiptController::noCopy))
                .flatMap(standing -> copies.print(standing).map(pdf -> Download.asAttachment(
                        "申請の控え_" + standing.receiptNumber().digits() + ".pdf", "application/pdf", pdf.length,
                        Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(pdf)))));
    }

    private static Refusal noCopy() {
        return new Refusal.NotFound("no-such-file", "このファイルを表示できません。申請の状況のページから開き直してください。");
    }
}
