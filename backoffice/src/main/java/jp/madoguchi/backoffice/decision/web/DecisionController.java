package jp.madoguchi.backoffice.decision.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.casework.web.CaseInput;
import jp.madoguchi.backoffice.casework.web.CaseView;
import jp.madoguchi.backoffice.casework.web.Needs;
import jp.madoguchi.backoffice.casework.Outcome;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.casework.WorkDrafts;
import jp.madoguchi.backoffice.casework.web.CasePageService;
import jp.madoguchi.backoffice.decision.NoticeService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Proposing a decision to a second person (起案). */
@Controller
class DecisionController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final String FORM = "decision";

    private final CaseService cases;
    private final CasePageService pageService;
    private final WorkDrafts drafts;
    private final NoticeService notices;

    DecisionController(CaseService cases, CasePageService pageService, WorkDrafts drafts, NoticeService notices) {
        this.cases = cases;
        this.pageService = pageService;
        this.drafts = drafts;
        this.notices = notices;
    }

    @GetMapping("/cases/{id}/decision")
    @Needs(CaseAction.SEND_FOR_APPROVAL)
    Mono<JteModel> propose(@PathVariable UUID id, Staff staff, PageFrame frame) {
        return drafts.read(id, staff, FORM).flatMap(kept -> kept.isEmpty()
                ? pageService.view(id, staff, "起案").flatMap(view -> page(frame, again(view)))
                : page(id, staff, frame, new CaseInput(kept), Map.of()));
    }

    /** A proposal that came back is mended, not written anew. */
    private static DecisionView again(CaseView view) {
        return view.cameBack()
                .map(last -> new DecisionView(view, last.outcome().name(), last.facts(), last.clause(),
                        last.criterion(), last.remark(), "", Map.of(), List.of()))
                .orElseGet(() -> new DecisionView(view, "", "", "", "", "", "", Map.of(), List.of()));
    }

    /** One form with two buttons: look at the notice first, or send it on. */
    @PostMapping("/cases/{id}/decision")
    @Needs(CaseAction.SEND_FOR_APPROVAL)
    Mono<ResponseEntity<?>> send(@PathVariable UUID id, Staff staff, PageFrame frame, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> pageService.view(id, staff, "起案").flatMap(view -> {
            var input = new CaseInput(fields);
            var proposal = proposal(input);
            if (proposal != null) {
                proposal.objections(view.material().edition().procedure())
                        .forEach(objection -> input.object(objection.field(), objection.message()));
            }
            if (!input.isClean() || proposal == null) {
                return drafts.keep(id, staff, FORM, fields)
                        .then(page(id, staff, frame, input, input.problems()))
                        .map(page -> Reply.page(422, page));
            }
            return fields.containsKey("preview")
                    ? preview(id, staff, proposal, fields)
                    : drafts.keep(id, staff, FORM, fields).then(notices.replaced(view.header(), view.file(), proposal))
                            .flatMap(replaced -> {
                                var shown = form(view, input, Map.of()).telling(replaced);
                                // What the notice will not say as it is written is seen before it goes on.
                                return shown.told().equals(Objects.requireNonNullElse(fields.getFirst("told"), ""))
                                        ? send(id, staff, proposal, exchange)
                                        : Mono.just(Reply.page(422, drawn(frame, shown)));
                            });
        }));
    }

    private Mono<ResponseEntity<?>> preview(UUID id, Staff staff, Proposal proposal,
            MultiValueMap<String, String> fields) {
        return drafts.keep(id, staff, FORM, fields).then(cases.look(id, staff))
                .flatMap(opened -> notices.preview(opened, proposal))
                .map(pdf -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf));
    }

    private Mono<ResponseEntity<?>> send(UUID id, Staff staff, Proposal proposal, ServerWebExchange exchange) {
        return cases
                .make(id, staff, CaseAction.SEND_FOR_APPROVAL,
                        (file, now) -> file.sendForApproval(staff, proposal, now))
                .then(drafts.forget(id, staff, FORM)).then(pageService.back(exchange, "/cases/" + id, "決裁に回しました。"))
                .map(answer -> answer);
    }

    private static @Nullable Proposal proposal(CaseInput input) {
        try {
            return new Proposal(Outcome.valueOf(input.text("outcome")), input.text("facts"), input.text("clause"),
                    input.text("criterion"), input.text("remark"));
        } catch (IllegalArgumentException none) {
            input.object("outcome", "決定の案を選んでください。");
            return null;
        }
    }

    private Mono<JteModel> page(UUID id, Staff staff, PageFrame frame, CaseInput input, Map<String, String> problems) {
        return pageService.view(id, staff, "起案").flatMap(view -> page(frame, form(view, input, problems)));
    }

    private static DecisionView form(CaseView view, CaseInput input, Map<String, String> problems) {
        return new DecisionView(view, input.text("outcome"), input.text("facts"), input.text("clause"),
                input.text("criterion"), input.text("remark"), "", problems, List.of());
    }

    /** With what is known of the notice already; where nothing is chosen yet, of one that grants what is asked. */
    private Mono<JteModel> page(PageFrame frame, DecisionView form) {
        var outcome = Stream.of(Outcome.values()).filter(one -> one.name().equals(form.outcome())).findFirst()
                .orElse(Outcome.APPROVED);
        var proposal = new Proposal(outcome, form.facts(), form.clause(), form.criterion(), form.remark());
        var known = proposal.objections(form.view().material().edition().procedure()).isEmpty()
                ? proposal
                : new Proposal(Outcome.APPROVED, "", "", "", "");
        return notices.replaced(form.view().header(), form.view().file(), known)
                .map(replaced -> drawn(frame, form.telling(replaced)));
    }

    private static JteModel drawn(PageFrame frame, DecisionView form) {
        return PAGES.decisionPropose(frame.titled("決定を起案する｜" + form.view().title()).using("backoffice/case.js")
                .using("backoffice/viewer.js"), form);
    }
}
