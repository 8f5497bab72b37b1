package jp.madoguchi.portal.draft.web;

import java.util.UUID;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.upload.Download;
import jp.madoguchi.portal.upload.Uploads;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The applicant's own files, while filling in.
 */
@Controller
class FileController {

    private final DraftService draftService;
    private final Uploads uploads;

    FileController(DraftService draftService, Uploads uploads) {
        this.draftService = draftService;
        this.uploads = uploads;
    }

    @GetMapping("/applications/{draft}/files/{file}")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable UUID draft, @PathVariable UUID file, Visitor visitor) {
        // What was handed in is opened by way of the application, which asks for more than this browser.
        return draftService.open(draft, visitor).filter(Draft::isOpen).flatMap(open -> {
            var own = uploads.find(file, draft);
            return open.purpose() instanceof DraftPurpose.Correction correction
                    ? own.switchIfEmpty(uploads.find(file, correction.submission()))
                    : own;
        }).switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-file", "このファイルはありません。")))
                .map(found -> Download.asAttachment(found.name(), found.mediaType(), found.bytes(),
                        uploads.content(found.id())));
    }
}
