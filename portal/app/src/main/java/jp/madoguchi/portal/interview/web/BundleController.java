package jp.madoguchi.portal.interview.web;

import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.carryover.CarriedView;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.PageOrder;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.interview.FollowUpService;
import jp.madoguchi.portal.interview.FollowUpView;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The list after an interview. Whoever may not open the interview learns nothing of it.
 */
@Controller
@RequestMapping("/applications/{draft}/bundle")
class BundleController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final DraftService draftService;
    private final FollowUpService bundles;

    BundleController(DraftService draftService, FollowUpService bundles) {
        this.draftService = draftService;
        this.bundles = bundles;
    }

    @GetMapping
    Mono<ResponseEntity<Content>> show(@PathVariable("draft") UUID id, Visitor visitor, PageFrame frame) {
        return draftService.open(id, visitor).flatMap(interview -> {
            var elsewhere = elsewhere(interview);
            return elsewhere == null
                    ? bundles.list(interview, visitor).map(list -> Reply.page(page(frame, interview, list)))
                    : Mono.just(Reply.see(elsewhere));
        });
    }

    @PostMapping("/{followUp}")
    Mono<ResponseEntity<Content>> begin(@PathVariable("draft") UUID id, @PathVariable String followUp,
            Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        return draftService.open(id, visitor).flatMap(interview -> {
            var elsewhere = elsewhere(interview);
            return elsewhere == null
                    ? bundles.follow(interview, followUp, visitor,
                            visitor.isSignedIn() ? null : VisitorKey.ensure(exchange), frame.language(),
                            DeviceClass.of(exchange.getRequest().getHeaders()))
                            .map(draft -> Reply.see(Addresses.draft(draft.id())))
                    : Mono.just(Reply.see(elsewhere));
        });
    }

    /** Where to go instead while there is no list: a closed draft, another procedure, unanswered questions. */
    private @Nullable String elsewhere(Draft draft) {
        if (!draft.isOpen() || !(draft.purpose() instanceof DraftPurpose.Interview)) {
            return Addresses.draft(draft.id());
        }
        var filling = draftService.filling(draft);
        return PageOrder.ending(filling).isPresent()
                ? Addresses.ending(draft.id())
                : PageOrder.unfinished(filling).map(page -> Addresses.page(draft.id(), page) + "?errors").orElse(null);
    }

    private Content page(PageFrame frame, Draft interview, List<FollowUpView> list) {
        var wording = new Wording(interview.languageFor(frame.language()));
        return TEMPLATES.interviewBundle(frame.titled(wording.text("bundle.title")), wording,
                new BundlePage(interview, list,
                        CarriedView.of(interview, draftService.filling(interview), wording, true)));
    }
}
