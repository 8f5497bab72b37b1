package jp.madoguchi.portal.start.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.Onward;
import jp.madoguchi.portal.draft.PageOrder;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.start.StartService;
import jp.madoguchi.portal.start.web.EndingPage.WayOn;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the answers lead elsewhere: why, where to go on, and what somebody else can begin with.
 */
@Controller
class EndingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final DraftService draftService;
    private final StartService starting;
    private final Catalogue catalogue;

    EndingController(DraftService draftService, StartService starting, Catalogue catalogue) {
        this.draftService = draftService;
        this.starting = starting;
        this.catalogue = catalogue;
    }

    private record Reached(PageId page, Ending ending) {}

    @GetMapping("/applications/{draft}/ending")
    Mono<ResponseEntity<Content>> ending(@PathVariable UUID draft, Visitor visitor, PageFrame frame) {
        return draftService.open(draft, visitor).flatMap(open -> {
            var found = reached(open);
            if (found.isEmpty()) {
                return Mono.just(Reply.see(Addresses.draft(draft)));
            }
            var ending = found.get().ending();
            var wording = new Wording(open.languageFor(frame.language()));
            var title = ending.title();
            return ways(ending).map(ways -> Reply.page(TEMPLATES.startEnding(
                    frame.titled(title == null ? wording.text("ending.title") : wording.text(title)), wording,
                    new EndingPage(open, ending, Addresses.page(draft, found.get().page()), ways,
                            mayPassOn(open)))));
        });
    }

    @PostMapping("/applications/{draft}/ending/{ending}")
    Mono<ResponseEntity<Content>> passOn(@PathVariable UUID draft, @PathVariable String ending, Visitor visitor,
            ServerWebExchange exchange) {
        return draftService.open(draft, visitor).flatMap(open -> {
            var other = reached(open).map(Reached::ending).filter(found -> found.id().equals(ending))
                    .map(Ending::other).filter(found -> mayPassOn(open));
            return other.isEmpty()
                    ? Mono.just(Reply.see(Addresses.draft(draft)))
                    : starting.startForOther(open, other.get(), visitor, VisitorKey.ensure(exchange),
                            DeviceClass.of(exchange.getRequest().getHeaders()))
                            .map(started -> Reply.see(Onward.of(started, draftService.filling(started))));
        });
    }

    private Optional<Reached> reached(Draft draft) {
        var filling = draftService.filling(draft);
        return PageOrder.ids(filling).stream()
                .flatMap(page -> filling.endingAfter(page).map(ending -> new Reached(page, ending)).stream())
                .findFirst();
    }

    /** Where an account is asked for, the other person begins with an account of their own. */
    private static boolean mayPassOn(Draft draft) {
        return draft.isOpen() && draft.purpose().isOwn() && !draft.edition().needsAccount();
    }

    /** A procedure that is not offered now is no way on. */
    private Mono<List<WayOn>> ways(Ending ending) {
        return Flux.fromIterable(ending.ways()).concatMap(way -> switch (way) {
            case Ending.Way.Online(var procedure) -> catalogue.current(procedure)
                    .map(edition -> new WayOn(edition.procedure().title(), Addresses.procedure(procedure)));
            case Ending.Way.Elsewhere(var label, var address) -> Mono.just(new WayOn(label, address.toString()));
        }).collectList();
    }
}
