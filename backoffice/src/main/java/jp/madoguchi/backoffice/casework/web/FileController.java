package jp.madoguchi.backoffice.casework.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.AccessLog;
import jp.madoguchi.backoffice.casework.CaseMaterial;
import jp.madoguchi.backoffice.casework.CaseMaterials;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.content.ContentKind;
import jp.madoguchi.platform.content.FileName;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.PageHeaders;
import jp.madoguchi.platform.store.ObjectStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** Attachments and documents of a case, shown in the page where a browser can, downloaded otherwise; every look is noted. */
@Controller
class FileController {

    /** Kinds that are looked at in the browser; nothing in them can run under the headers they get. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final CaseService cases;
    private final CaseMaterials materials;
    private final AccessLog accesses;
    private final ObjectStore store;

    FileController(CaseService cases, CaseMaterials materials, AccessLog accesses, ObjectStore store) {
        this.cases = cases;
        this.materials = materials;
        this.accesses = accesses;
        this.store = store;
    }

    @GetMapping("/cases/{id}/attachments/{attachment}")
    Mono<Void> attachment(@PathVariable UUID id, @PathVariable UUID attachment, Staff staff,
            ServerHttpResponse response) {
        return material(id, staff).flatMap(material -> Mono.justOrEmpty(material.attachment(attachment)))
                .switchIfEmpty(Mono.error(FileController::unknown))
                .flatMap(file -> accesses.looked(id, staff, "添付ファイル")
                        .then(send(response, file.name(), file.mediaType(), file.bytes(), file.storeKey(),
                                SHOWN.contains(file.mediaType()) && !file.isTooLargeToShow())));
    }

    /** A photo that browsers do not know, on a page that draws it; looking at it is noted when that fetches it. */
    @GetMapping("/cases/{id}/attachments/{attachment}/picture")
    Mono<JteModel> picture(@PathVariable UUID id, @PathVariable UUID attachment, Staff staff,
            ServerHttpResponse response) {
        return material(id, staff).flatMap(material -> Mono.justOrEmpty(material.attachment(attachment)))
                .filter(file -> file.mediaType().equals(ContentKind.HEIC.mediaType()) && !file.isTooLargeToShow())
                .switchIfEmpty(Mono.error(FileController::unknown)).map(file -> {
                    PageHeaders.forDecoder(response.getHeaders());
                    return PAGES.casesHeic(file.name(), "/cases/" + id + "/attachments/" + attachment);
                });
    }

    @GetMapping("/cases/{id}/documents/{document}")
    Mono<Void> document(@PathVariable UUID id, @PathVariable UUID document, Staff staff, ServerHttpResponse response) {
        return material(id, staff).flatMap(material -> Mono.justOrEmpty(material.document(document)))
                .switchIfEmpty(Mono.error(FileController::unknown))
                .flatMap(file -> accesses.looked(id, staff, "通知書").then(
                        send(response, file.name(), "application/pdf", file.bytes(), file.storeKey(), true)));
    }

    private Mono<CaseMaterial> material(UUID id, Staff staff) {
        return cases.look(id, staff).flatMap(opened -> materials.of(opened.header()));
    }

    private Mono<Void> send(ServerHttpResponse response, String name, String mediaType, long bytes, String key,
            boolean shown) {
        var headers = response.getHeaders();
        headers.setContentType(shown ? MediaType.parseMediaType(mediaType) : MediaType.APPLICATION_OCTET_STREAM);
        headers.setContentDisposition((shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(FileName.of(name, mediaType), StandardCharsets.UTF_8).build());
        headers.setContentLength(bytes);
        headers.setCacheControl(CacheControl.noStore());
        PageHeaders.forSentFile(headers);
        return response.writeWith(store.get(key));
    }

    private static Refusal unknown() {
        return new Refusal.NotFound("file-not-found", "このファイルは見つかりません。");
    }
}
