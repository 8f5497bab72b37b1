package jp.madoguchi.portal.tracking.web;

import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.tracking.DocumentStore;
import jp.madoguchi.portal.tracking.Documents;
import jp.madoguchi.portal.tracking.Openings;
import jp.madoguchi.portal.upload.Download;
import jp.madoguchi.portal.upload.Uploads;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The papers of an application: the applicant's copy, the files handed in, the documents issued.
 */
@Controller
@RequestMapping("/tracking/{submission}")
class PaperController {

    private final SubmissionStandings standings;
    private final DocumentStore issued;
    private final Documents documents;
    private final Uploads uploads;
    private final Openings openings;
    private final InstantSource clock;

    PaperController(SubmissionStandings standings, DocumentStore issued, Documents documents, Uploads uploads,
            Openings openings, InstantSource clock) {
        this.standings = standings;
        this.issued = issued;
        this.documents = documents;
        this.uploads = uploads;
        this.openings = openings;
        this.clock = clock;
    }

    @GetMapping("/files/{file}")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable UUID submission, @PathVariable UUID file,
            Visitor visitor) {
        return mine(submission, visitor).flatMap(standing -> uploads.find(file, standing.id()))
                .switchIfEmpty(Mono.error(PaperController::none))
                .map(found -> Download.asAttachment(found.name(), found.mediaType(), found.bytes(),
                        uploads.content(found.id())));
    }

    /** Opened in the browser, or taken home with {@code ?download}; both are noted, for the notice's arrival may be asked for. */
    @GetMapping("/documents/{document}")
    Mono<ResponseEntity<Flux<DataBuffer>>> document(@PathVariable UUID submission, @PathVariable UUID document,
            Visitor visitor, ServerWebExchange exchange) {
        boolean download = exchange.getRequest().getQueryParams().containsKey("download");
        return mine(submission, visitor).flatMap(standing -> issued.find(document))
                .filter(found -> found.submission().equals(submission) && found.availableAt() != null)
                .switchIfEmpty(Mono.error(PaperController::none))
                .delayUntil(found -> openings.note(found, download))
                .map(found -> download
                        ? Download.asAttachment(found.name(), "application/pdf", found.bytes(),
                                documents.content(found))
                        : Download.inline(found.name(), "application/pdf", found.bytes(), documents.content(found)));
    }

    private Mono<SubmissionStanding> mine(UUID submission, Visitor visitor) {
        return standings.find(submission, visitor, clock.instant()).switchIfEmpty(Mono.error(PaperController::none));
    }

    private static Refusal none() {
        return new Refusal.NotFound("no-such-file", "このファイルを表示できません。申請の状況のページから開き直してください。");
    }
}
