package jp.madoguchi.portal.tracking.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.connection.ClientAddress;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.security.AttemptLimiter;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.LinkPage;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.passphrase.Passphrase;
import jp.madoguchi.portal.submission.SecondItem;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The ways to an application without an account: its number with the chosen word, or the link in a mail.
 */
@Controller
class FindController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final AttemptPolicy PER_NUMBER = new AttemptPolicy("track-number", 5, Duration.ofMinutes(5));
    private static final AttemptPolicy PER_ADDRESS = new AttemptPolicy("track-address", 30, Duration.ofMinutes(1));

    private final SubmissionStandings standings;
    private final Passphrase words;
    private final AttemptLimiter limiter;
    private final MailedLinks links;
    private final SecondItem second;
    private final Grants grants;

    FindController(SubmissionStandings standings, Passphrase words, AttemptLimiter limiter, MailedLinks links,
            SecondItem second, Grants grants) {
        this.second = second;
        this.standings = standings;
        this.words = words;
        this.limiter = limiter;
        this.links = links;
        this.grants = grants;
    }

    @GetMapping("/tracking")
    Mono<Content> ask(PageFrame frame) {
        return Mono.just(page(frame, "", List.of()));
    }

    @PostMapping("/tracking")
    Mono<ResponseEntity<Content>> find(PageFrame frame, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var typed = String.valueOf(form.getFirst("number"));
            var word = String.valueOf(form.getFirst("word"));
            var number = ReceiptNumber.parse(typed);
            if (number.isEmpty()) {
                return Mono.just(Reply.page(422, page(frame, typed, List.of("number"))));
            }
            var digits = number.get().digits();
            return limiter.take(PER_ADDRESS, ClientAddress.keyOf(exchange.getRequest()))
                    .then(limiter.take(PER_NUMBER, digits))
                    .then(standings.secret(number.get()))
                    .filterWhen(secret -> words.matches(word, secret.hash()))
                    .delayUntil(secret -> limiter.reset(PER_NUMBER, digits)
                            // An office or a library is one network: only what was wrong counts for the others there.
                            .then(limiter.giveBack(PER_ADDRESS, ClientAddress.keyOf(exchange.getRequest())))
                            .then(grants.grant(VisitorKey.ensure(exchange), secret.submission(), Grants.APPLICATION)))
                    .map(secret -> Reply.see("/tracking/" + secret.submission()))
                    // Whether the number exists is not for strangers to learn.
                    .defaultIfEmpty(Reply.page(422, page(frame, typed, List.of("word"))));
        });
    }

    @GetMapping("/track/{token}")
    Mono<ResponseEntity<Content>> byMail(@PathVariable String token, Visitor visitor, PageFrame frame) {
        return guard(token).map(guard -> show(guard, token, visitor, frame, ""));
    }

    @PostMapping("/track/{token}")
    Mono<ResponseEntity<Content>> open(@PathVariable String token, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return guard(token).zipWith(exchange.getFormData()).flatMap(both -> {
            var guard = both.getT1();
            if (guard.account() != null) {
                return Mono.just(show(guard, token, visitor, frame, ""));
            }
            return second.isRight(guard, String.valueOf(both.getT2().getFirst("proof"))).flatMap(right -> right
                    ? grants.grant(VisitorKey.ensure(exchange), guard.submission(), Grants.APPLICATION)
                            .thenReturn(Reply.see("/tracking/" + guard.submission()))
                    : Mono.just(show(guard, token, visitor, frame, Wording.in(frame.language()).text("link.wrong"))));
        });
    }

    /** For an account holder who came by a link: this address asks for the sign-in first. */
    @GetMapping("/account/tracking/{submission}")
    ResponseEntity<Content> signedIn(@PathVariable UUID submission) {
        return Reply.see("/tracking/" + submission);
    }

    private Mono<SecondItem.Guard> guard(String token) {
        return links.open(MailedLinks.Purpose.TRACK, token).flatMap(second::of);
    }

    private static ResponseEntity<Content> show(SecondItem.Guard guard, String token, Visitor visitor, PageFrame frame,
            String error) {
        var account = guard.account();
        if (account != null && account.equals(visitor.account())) {
            return Reply.see("/tracking/" + guard.submission());
        }
        var wording = Wording.in(frame.language());
        return Reply.page(error.isEmpty() ? 200 : 422,
                TEMPLATES.accountLink(frame.titled(wording.text("link.track.title")),
                        wording, new LinkPage("track", "/track/" + token, true,
                                account == null ? "" : "/account/tracking/" + guard.submission(), error)));
    }

    private static Content page(PageFrame frame, String number, List<String> wrong) {
        var wording = Wording.in(frame.language());
        return TEMPLATES.trackingFind(frame.titled(wording.text("find.title")), wording,
                number.equals("null") ? "" : number,
                wrong);
    }
}
