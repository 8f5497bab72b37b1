package jp.madoguchi.backoffice.decision.web;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.casework.WorkDrafts;
import jp.madoguchi.backoffice.casework.web.CaseInput;
import jp.madoguchi.backoffice.casework.web.CasePageService;
import jp.madoguchi.backoffice.casework.web.Needs;
import jp.madoguchi.backoffice.decision.NoticeService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.PageHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Deciding what somebody else examined (決裁), and issuing the notice. */
@Controller
class ApprovalController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final int LONGEST_REASON = 2000;
    private static final String SEND_BACK = "send-back";

    private final CaseService cases;
    private final CasePageService pageService;
    private final NoticeService notices;
    private final WorkDrafts drafts;

    ApprovalController(CaseService cases, CasePageService pageService, NoticeService notices, WorkDrafts drafts) {
        this.cases = cases;
        this.pageService = pageService;
        this.notices = notices;
        this.drafts = drafts;
    }

    @GetMapping("/cases/{id}/approval")
    @Needs(CaseAction.DECIDE)
    Mono<JteModel> approval(@PathVariable UUID id, Staff staff, PageFrame frame) {
        return pageService.view(id, staff, "決裁").zipWith(drafts.read(id, staff, SEND_BACK)).flatMap(read -> {
            var proposal = read.getT1().file().proposal();
            return proposal == null
                    ? Mono.error(noDecision())
                    : notices.replaced(read.getT1().header(), read.getT1().file(), proposal)
                            .map(replaced -> PAGES.decisionApproval(page(frame, "決裁｜" + read.getT1().title()),
                                    DecisionView.of(read.getT1(), proposal,
                                            new CaseInput(read.getT2()).text(SEND_BACK), replaced)));
        });
    }

    @GetMapping("/cases/{id}/notice")
    @Needs(CaseAction.ISSUE)
    Mono<JteModel> notice(@PathVariable UUID id, Staff staff, PageFrame frame) {
        return pageService.view(id, staff, "通知書の交付").flatMap(view -> {
            var proposal = view.file().proposal();
            return proposal == null
                    ? Mono.error(noDecision())
                    : notices.replaced(view.header(), view.file(), proposal)
                            .map(replaced -> PAGES.decisionNotice(page(frame, "通知書の交付｜" + view.title()),
                                    DecisionView.of(view, proposal, "", replaced)));
        });
    }

    /** How the notice would look; shown inside the pages above. */
    @GetMapping("/cases/{id}/notice-preview")
    Mono<ResponseEntity<byte[]>> preview(@PathVariable UUID id, Staff staff, ServerHttpResponse response) {
        return cases.look(id, staff).flatMap(opened -> {
            Proposal proposal = opened.file().proposal();
            return proposal == null ? Mono.<byte[]>error(noDecision()) : notices.preview(opened, proposal);
        }).map(pdf -> {
            PageHeaders.forSentFile(response.getHeaders());
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
        });
    }

    /** Decides, and issues the notice at once unless asked to wait. */
    @PostMapping("/cases/{id}/approve")
    @Needs(CaseAction.DECIDE)
    Mono<ResponseEntity<Content>> approve(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var decided = cases.make(id, staff, CaseAction.DECIDE, (file, now) -> file.decide(staff, now));
            return fields.containsKey("later")
                    ? decided.then(pageService.back(exchange, "/cases/" + id, "決裁しました。通知書はまだ交付していません。"))
                    : decided.then(notices.issue(id, staff))
                            .flatMap(done -> pageService.back(exchange, "/cases/" + id, "決裁し、" + said(done)));
        });
    }

    @PostMapping("/cases/{id}/issue")
    @Needs(CaseAction.ISSUE)
    Mono<ResponseEntity<Content>> issue(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return notices.issue(id, staff).flatMap(done -> pageService.back(exchange, "/cases/" + id, said(done)));
    }

    @PostMapping("/cases/{id}/send-back")
    @Needs(CaseAction.SEND_BACK)
    Mono<ResponseEntity<Content>> sendBack(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var input = new CaseInput(fields);
            var reason = input.required(SEND_BACK, LONGEST_REASON, "差し戻す理由を書いてください。担当者が読みます。");
            if (input.isClean()) {
                return drafts.keep(id, staff, SEND_BACK, fields)
                        .then(cases.make(id, staff, CaseAction.SEND_BACK,
                                (file, now) -> file.sendBack(staff, reason, now)))
                        .then(drafts.forget(id, staff, SEND_BACK))
                        .then(pageService.back(exchange, "/cases/" + id, "差し戻しました。"));
            }
            return pageService.view(id, staff, "決裁").flatMap(view -> {
                var proposal = view.file().proposal();
                if (proposal == null) {
                    return Mono.error(noDecision());
                }
                var shown = new DecisionView(view, proposal.outcome().name(), proposal.facts(), proposal.clause(),
                        proposal.criterion(), proposal.remark(), input.text(SEND_BACK),
                        input.problems(), List.of());
                return notices.replaced(view.header(), view.file(), proposal).map(replaced -> Reply.page(422,
                        PAGES.decisionApproval(page(frame, "決裁｜" + view.title()), shown.telling(replaced))));
            });
        });
    }

    private static String said(CaseService.Opened done) {
        return done.file().toPost() == null
                ? "通知書を交付しました。"
                : "通知書を作成しました。電子通知に同意がないため、「郵送する通知」で印刷し、発送してください。";
    }

    private static PageFrame page(PageFrame frame, String title) {
        return frame.titled(title).using("backoffice/case.js").using("backoffice/viewer.js");
    }

    private static Refusal noDecision() {
        return new Refusal.Conflict("no-decision", "この案件には、いま決定の案がありません。案件の画面を開き直してください。");
    }
}
