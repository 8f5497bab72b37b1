package jp.madoguchi.portal.tracking.web;

import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.security.TownSettings;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.begun.OpenDrafts;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Everything a signed-in resident has begun or handed in.
 */
@Controller
class MineController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int A_PAGE = 10;

    private final SubmissionStandings standings;
    private final OpenDrafts drafts;
    private final Catalogue catalogue;
    private final TownSettings town;

    MineController(SubmissionStandings standings, OpenDrafts drafts, Catalogue catalogue, TownSettings town) {
        this.town = town;
        this.standings = standings;
        this.drafts = drafts;
        this.catalogue = catalogue;
    }

    @GetMapping("/account")
    Mono<Content> mine(@RequestParam(required = false) @Nullable UUID before, Visitor visitor, PageFrame frame) {
        var wording = Wording.in(frame.language());
        var account = visitor.account();
        var lines = account == null
                ? Flux.<MineLine>empty()
                : standings.ofAccount(account, before, A_PAGE + 1).concatMap(standing -> catalogue
                        .edition(standing.procedure(), standing.version())
                        .map(edition -> new MineLine(standing, standing.receiptNumber().grouped(),
                                edition.procedure().title())));
        return Mono.zipDelayError(lines.collectList(), drafts.of(visitor).collectList())
                .map(found -> TEMPLATES.accountMine(frame.titled(wording.text("mine.title")), wording,
                        found.getT1().stream().limit(A_PAGE).toList(), next(found.getT1()), found.getT2(),
                        town.identity().forBrowsers("/account/resident")));
    }

    private static String next(List<MineLine> lines) {
        return lines.size() > A_PAGE ? "/account?before=" + lines.get(A_PAGE - 1).standing().id() : "";
    }
}
