package jp.madoguchi.portal.start.web;

import gg.jte.Content;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.Onward;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.start.StartService;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Beginning an application.
 */
@Controller
class StartController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Catalogue catalogue;
    private final DraftService draftService;
    private final StartService starting;
    private final DraftLimits limits;

    StartController(Catalogue catalogue, DraftService draftService, StartService starting, DraftLimits limits) {
        this.limits = limits;
        this.catalogue = catalogue;
        this.draftService = draftService;
        this.starting = starting;
    }

    @PostMapping("/procedures/{procedure}/applications")
    Mono<ResponseEntity<Content>> start(@PathVariable String procedure, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return Mono.justOrEmpty(ProcedureId.parse(procedure))
                .flatMap(catalogue::current)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure", "この手続きは、いまオンラインで受け付けていません。")))
                .flatMap(edition -> limits.take(visitor, exchange.getRequest())
                        .then(Mono.defer(() -> starting.start(edition, visitor,
                                visitor.isSignedIn() ? null : VisitorKey.ensure(exchange), frame.language(),
                                DeviceClass.of(exchange.getRequest().getHeaders()))))
                        .map(draft -> Reply.see(Onward.of(draft, draftService.filling(draft))))
                        .onErrorResume(Refusal.TooMany.class, tooMany -> Mono.just(
                                Reply.later(tooMany.retryAfter(), later(frame, visitor, edition, tooMany)))));
    }

    private static Content later(PageFrame frame, Visitor visitor, Edition edition, Refusal.TooMany tooMany) {
        var wording = Wording.in(frame.language());
        return TEMPLATES.startCrowded(frame.titled(wording.text("crowded.title")), wording, edition,
                tooMany.retryAfter().plusSeconds(59).toMinutes(), visitor.isSignedIn());
    }
}
