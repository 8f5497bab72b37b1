package jp.madoguchi.portal.carryover;

import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.platform.pagekit.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/**
 * The applicant has read what became of their answers in a newer version.
 */
@Controller
class CarriedController {

    private final DraftService draftService;
    private final DraftChanges drafts;

    CarriedController(DraftService draftService, DraftChanges drafts) {
        this.draftService = draftService;
        this.drafts = drafts;
    }

    @PostMapping("/applications/{draft}/carried")
    Mono<ResponseEntity<Content>> seen(@PathVariable UUID draft, Visitor visitor) {
        return draftService.open(draft, visitor).flatMap(open -> drafts.carriedSeen(open.id()))
                .thenReturn(Reply.see(Addresses.draft(draft)));
    }
}
