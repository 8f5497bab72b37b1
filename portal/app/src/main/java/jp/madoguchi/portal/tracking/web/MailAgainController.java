package jp.madoguchi.portal.tracking.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import gg.jte.Content;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.platform.connection.ClientAddress;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.AttemptLimiter;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.notice.MailLimits;
import jp.madoguchi.portal.passphrase.Passphrase;
import jp.madoguchi.portal.passphrase.PassphraseRule;
import jp.madoguchi.portal.submission.SecondItem;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.tracking.ApplicationLinks;
import jp.madoguchi.portal.tracking.MailAgain;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * For those whom no mail reached, and those who forgot their own word.
 */
@Controller
class MailAgainController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final AttemptPolicy PER_CLIENT = new AttemptPolicy("mail-again", 20, Duration.ofMinutes(3));

    private final SubmissionStandings standings;
    private final MailAgain again;
    private final AttemptLimiter limiter;
    private final MailedLinks links;
    private final ApplicationLinks every;
    private final SecondItem second;
    private final Passphrase words;
    private final Grants grants;
    private final TransactionalOperator transaction;

    MailAgainController(SubmissionStandings standings, MailAgain again, AttemptLimiter limiter, MailedLinks links,
            ApplicationLinks every, SecondItem second, Passphrase words, Grants grants,
            TransactionalOperator transaction) {
        this.standings = standings;
        this.again = again;
        this.limiter = limiter;
        this.links = links;
        this.every = every;
        this.second = second;
        this.words = words;
        this.grants = grants;
        this.transaction = transaction;
    }

    @GetMapping("/tracking/mail")
    Content ask(PageFrame frame, ServerWebExchange exchange) {
        return page(frame, "", "", List.of(),
                exchange.getRequest().getQueryParams().containsKey("sent") ? Told.SENT : Told.NOTHING);
    }

    @PostMapping("/tracking/mail")
    Mono<ResponseEntity<Content>> send(PageFrame frame, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var typed = typed(form.getFirst("number"));
            var mail = typed(form.getFirst("mail"));
            var number = ReceiptNumber.parse(typed);
            var wrong = new ArrayList<String>();
            if (number.isEmpty()) {
                wrong.add("number");
            }
            if (MailAddress.flawOf(mail).isPresent()) {
                wrong.add("mail");
            }
            if (!wrong.isEmpty()) {
                return Mono.just(Reply.page(422, page(frame, typed, mail, wrong, Told.NOTHING)));
            }
            return limiter.take(PER_CLIENT, ClientAddress.keyOf(exchange.getRequest()))
                    .then(Mono.defer(() -> again.asked(number.orElseThrow(), mail, form.containsKey("word"),
                            exchange.getRequest())))
                    .thenReturn(Reply.see("/tracking/mail?sent"))
                    .onErrorResume(Refusal.TooMany.class, many -> Mono.just(tooMany(frame, typed, mail, many)));
        });
    }

    @GetMapping("/word/{token}")
    Mono<ResponseEntity<Content>> askWord(@PathVariable String token, Visitor visitor, PageFrame frame) {
        return guard(token).map(guard -> guard.account() == null
                ? Reply.page(wordPage(frame, token, "", "", ""))
                : Reply.see("/account/tracking/" + guard.submission()));
    }

    @PostMapping("/word/{token}")
    Mono<ResponseEntity<Content>> setWord(@PathVariable String token, PageFrame frame, ServerWebExchange exchange) {
        var wording = Wording.in(frame.language());
        return guard(token).filter(guard -> guard.account() == null).zipWith(exchange.getFormData()).flatMap(both -> {
            var guard = both.getT1();
            var word = String.valueOf(both.getT2().getFirst("word"));
            var name = typed(both.getT2().getFirst("proof"));
            var trouble = InputGuard.trouble(word, wording.language().tag());
            if (!trouble.isEmpty()) {
                return Mono.just(Reply.page(422, wordPage(frame, token, name, "", trouble)));
            }
            // What is said of the word may tell what the application holds, so only to whom the name is known.
            return second.isRight(guard.byName(), name).flatMap(right -> right
                    ? weak(guard, word, wording).flatMap(weak -> weak.isEmpty()
                            ? set(guard, word, exchange)
                            : Mono.just(Reply.page(422, wordPage(frame, token, name, "", weak))))
                    : Mono.just(Reply.page(422, wordPage(frame, token, name, wording.text("link.wrong"), ""))));
        }).switchIfEmpty(Mono.fromSupplier(() -> Reply.see("/tracking")));
    }

    private Mono<ResponseEntity<Content>> set(SecondItem.Guard guard, String word, ServerWebExchange exchange) {
        return words.hash(word)
                .flatMap(hash -> standings.setSecret(guard.submission(), hash.orElseThrow())
                        .then(every.revoke(guard.submission())).as(transaction::transactional))
                .then(grants.grant(VisitorKey.ensure(exchange), guard.submission(), Grants.APPLICATION))
                .thenReturn(Reply.see("/tracking/" + guard.submission() + "?word-set"));
    }

    private Mono<String> weak(SecondItem.Guard guard, String word, Wording wording) {
        return standings.find(guard.submission())
                .flatMap(standing -> second.own(guard, standing.receiptNumber()))
                .map(own -> PassphraseRule.brokenBy(word, own).map(rule -> wording.text(rule.textKey())).orElse(""));
    }

    private Mono<SecondItem.Guard> guard(String token) {
        return links.open(MailedLinks.Purpose.WORD, token).flatMap(second::of);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static ResponseEntity<Content> tooMany(PageFrame frame, String number, String mail,
            Refusal.TooMany many) {
        return ResponseEntity.status(429).header(HttpHeaders.RETRY_AFTER, Long.toString(many.retryAfter().toSeconds()))
                .body(page(frame, number, mail, List.of(), new Told(false, MailLimits.minutes(many))));
    }

    /**
     * What the page says of the last time.
     *
     * @param sent whether the mail went out, if number and address belong together
     * @param minutes after which the next one may be asked for; 0 for at once
     */
    private record Told(boolean sent, long minutes) {

        static final Told NOTHING = new Told(false, 0);
        static final Told SENT = new Told(true, 0);
    }

    private static Content page(PageFrame frame, String number, String mail, List<String> wrong, Told told) {
        var wording = Wording.in(frame.language());
        return TEMPLATES.trackingAgain(frame.titled(wording.text("again.title")), wording, number, mail, wrong,
                told.sent(),
                told.minutes());
    }

    private static Content wordPage(PageFrame frame, String token, String name, String nameError, String wordError) {
        var wording = Wording.in(frame.language());
        return TEMPLATES.trackingWord(frame.titled(wording.text("word.title")), wording, token, name, nameError,
                wordError);
    }
}
