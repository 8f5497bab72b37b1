package jp.madoguchi.backoffice.casework.web;

import java.util.Map;
import java.util.UUID;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.RedactionService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Taking out of a record what must not stand in it, such as a personal number: one asks, another confirms. */
@Controller
class RedactionController {

    private static final int LONGEST_REASON = 400;

    private final CaseService cases;
    private final CasePages pages;
    private final CasePageService pageService;
    private final RedactionService redactionService;

    RedactionController(CaseService cases, CasePages pages, CasePageService pageService,
            RedactionService redactionService) {
        this.cases = cases;
        this.pages = pages;
        this.pageService = pageService;
        this.redactionService = redactionService;
    }

    @GetMapping("/cases/{id}/redaction")
    @Needs(CaseAction.ASK_REDACTION)
    Mono<JteModel> choose(@PathVariable UUID id, Staff staff, PageFrame frame) {
        return page(id, staff, frame, "", "", Map.of());
    }

    @PostMapping("/cases/{id}/redaction")
    @Needs(CaseAction.ASK_REDACTION)
    Mono<ResponseEntity<Content>> ask(@PathVariable UUID id, Staff staff, PageFrame frame, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> pages
                .view(id, staff, "記録の削除", new LinkedMultiValueMap<>(), Map.of()).flatMap(view -> {
                    var input = new CaseInput(fields);
                    var target = input.text("target");
                    var reason = input.required("reason", LONGEST_REASON, "削除する理由を書いてください。消したい番号そのものは書かないでください。");
                    if (RedactionView.targets(view).stream().noneMatch(option -> option.value().equals(target))) {
                        input.object("target", "削除するものを選んでください。");
                    }
                    if (!input.isClean()) {
                        return page(id, staff, frame, target, reason, input.problems())
                                .map(page -> Reply.page(422, page));
                    }
                    var event = target.startsWith("event:") ? Integer.valueOf(target.substring(6)) : null;
                    var answer = event == null ? target.substring("answer:".length()) : null;
                    return cases.make(id, staff, CaseAction.ASK_REDACTION, (file, now) -> file.redaction().ask(staff,
                            new EventPayload.RedactionAsked(UUID.randomUUID(), event, answer, reason), now))
                            .then(on(exchange, id, "削除を求めました。決裁者が確認すると、記録から消えます。"));
                }));
    }

    @PostMapping("/cases/{id}/redaction/{redaction}/confirm")
    @Needs(CaseAction.REDACT)
    Mono<ResponseEntity<Content>> confirm(@PathVariable UUID id, @PathVariable UUID redaction, Staff staff,
            ServerWebExchange exchange) {
        return redactionService.redact(id, staff, redaction).then(on(exchange, id, "削除しました。削除したことは、経過に残ります。"));
    }

    @PostMapping("/cases/{id}/redaction/{redaction}/decline")
    @Needs(CaseAction.REDACT)
    Mono<ResponseEntity<Content>> decline(@PathVariable UUID id, @PathVariable UUID redaction, Staff staff,
            ServerWebExchange exchange) {
        return cases.make(id, staff, CaseAction.REDACT, (file, now) -> file.redaction().decline(staff, redaction, now))
                .then(on(exchange, id, "削除しないことにしました。"));
    }

    private Mono<JteModel> page(UUID id, Staff staff, PageFrame frame, String target, String reason,
            Map<String, String> problems) {
        return pages.view(id, staff, "記録の削除", new LinkedMultiValueMap<>(), problems)
                .map(view -> CasePages.PAGES.casesRedaction(frame.titled("記録から削除する｜" + view.title()),
                        new RedactionView(view, staff.id(), target, reason)));
    }

    private Mono<ResponseEntity<Content>> on(ServerWebExchange exchange, UUID id, String message) {
        return pageService.back(exchange, "/cases/" + id + "/redaction", message);
    }
}
