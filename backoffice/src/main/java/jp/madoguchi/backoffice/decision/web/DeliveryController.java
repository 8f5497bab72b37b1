package jp.madoguchi.backoffice.decision.web;

import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.web.CasePageService;
import jp.madoguchi.backoffice.casework.web.Needs;
import jp.madoguchi.backoffice.decision.NoticeService;
import jp.madoguchi.backoffice.office.Staff;
import gg.jte.Content;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A notice that waits for the post and goes out electronically after all, because the applicant has agreed since. */
@Controller
class DeliveryController {

    private final NoticeService notices;
    private final CasePageService pages;

    DeliveryController(NoticeService notices, CasePageService pages) {
        this.notices = notices;
        this.pages = pages;
    }

    @PostMapping("/cases/{id}/notice/electronic")
    @Needs(CaseAction.DELIVER)
    Mono<ResponseEntity<Content>> deliver(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> notices.deliver(id, staff)
                .then(pages.back(exchange, fields.containsKey("list") ? "/posting" : "/cases/" + id,
                        "通知書を電子で交付しました。郵送はしないでください。")));
    }
}
