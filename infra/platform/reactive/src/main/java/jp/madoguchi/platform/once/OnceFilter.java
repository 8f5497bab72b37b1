package jp.madoguchi.platform.once;

import jp.madoguchi.forms.Sha256;
import jp.madoguchi.platform.pagekit.OnceKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;

import jp.madoguchi.platform.connection.Uncancellable;
import jp.madoguchi.platform.once.SentForms.Claim;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.PageSecurity;
import reactor.core.publisher.Mono;

/**
 * Lets the first sending of a form through and gives its answer to every other one, also to those that come while it is being
 * worked on. Behind the security chain, so that a form is known by who sends it.
 *
 * <p>What makes two sendings the same is sender, address, the form's key and every field. So somebody who goes back, writes
 * something else and sends the same page again is not told that it was sent.
 *
 * <p>Only an answer that leads on (a redirect) counts as done. A form that comes back with a word beside a field, or was refused,
 * may be sent again. Nor is an answer kept that hands out a cookie: what a cookie opens is not put into a table.
 */
final class OnceFilter implements WebFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(OnceFilter.class);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** They differ with every sending and say nothing of what was typed; the CSRF token is masked anew by scripts. */
    private static final Set<String> NOT_TYPED = Set.of(OnceKey.FIELD, "_csrf", "activeMillis");

    private final SentForms forms;
    private final Lease lease;

    OnceFilter(SentForms forms, Lease lease) {
        this.forms = forms;
        this.lease = lease;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isForm(exchange.getRequest())
                ? exchange.getFormData().flatMap(fields -> {
                    var key = fields.getFirst(OnceKey.FIELD);
                    return key == null || !OnceKey.isOne(key)
                            ? chain.filter(exchange)
                            : sender(exchange).map(sender -> hash(sender, exchange.getRequest(), key, fields))
                                    .flatMap(hash -> once(hash, exchange, chain));
                })
                : chain.filter(exchange);
    }

    private static boolean isForm(ServerHttpRequest request) {
        try {
            var type = request.getHeaders().getContentType();
            return request.getMethod() == HttpMethod.POST && type != null
                    && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private Mono<Void> once(String hash, ServerWebExchange exchange, WebFilterChain chain) {
        return settled(hash).flatMap(claim -> switch (claim) {
            case Claim.Answered(int status, var location) -> {
                var response = exchange.getResponse();
                response.setRawStatusCode(status);
                response.getHeaders().setLocation(location);
                response.getHeaders().setCacheControl("no-store");
                yield response.setComplete();
            }
            case Claim.Lost lost -> Mono.error(new Refusal.Conflict("sending-broke-off",
                    "先ほどの送信が途中で切れたため、届いているかどうか分かりません。前の画面を開き直して確かめてください。届いていないときは、もう一度送信してください。"));
            case Claim.First(var holder) -> {
                var response = exchange.getResponse();
                response.beforeCommit(() -> Mono.defer(() -> settle(hash, holder, response)));
                yield lease.during(chain.filter(exchange), hash, holder);
            }
            case Claim.UnderWay waited -> Mono.error(stillSending());
        });
    }

    /** First, answered or lost; waits for a first sending that is under way for as long as somebody waits for this one. */
    private Mono<Claim> settled(String hash) {
        return Mono.deferContextual(context -> Mono.defer(() -> forms.claim(hash))
                .filter(claim -> !(claim instanceof Claim.UnderWay))
                .repeatWhenEmpty(again -> again.delayElements(PAUSE).take(TIMEOUT.dividedBy(PAUSE))
                        .takeUntilOther(Uncancellable.left(context)))
                .switchIfEmpty(Mono.error(OnceFilter::stillSending)));
    }

    private static Refusal stillSending() {
        return new Refusal.Conflict("still-sending",
                "先ほどの送信をまだ処理しています。しばらくしてから画面を開き直し、届いているかどうかを確かめてください。");
    }

    private Mono<Void> settle(String hash, UUID holder, ServerHttpResponse response) {
        var status = response.getStatusCode();
        var location = response.getHeaders().getLocation();
        var noted = status != null && status.is3xxRedirection() && location != null && response.getCookies().isEmpty()
                ? forms.answered(hash, holder, status.value(), location)
                : forms.release(hash, holder);
        return noted.onErrorResume(failed -> {
            // The work is done and must be told; a second sending then hears that nobody knows.
            LOG.warn("what became of a form could not be noted: {}", failed.toString());
            return Mono.empty();
        });
    }

    private static Mono<String> sender(ServerWebExchange exchange) {
        return exchange.getPrincipal().map(Principal::getName).map("person "::concat)
                // Whoever is not signed in has no session.
                .switchIfEmpty(PageSecurity.browser(exchange).map("browser "::concat))
                .switchIfEmpty(exchange.getSession().map(WebSession::getId).map("session "::concat));
    }

    private static String hash(String sender, ServerHttpRequest request, String key,
            MultiValueMap<String, String> fields) {
        var digest = Sha256.begin();
        add(digest, sender);
        add(digest, request.getURI().getRawPath());
        add(digest, request.getURI().getRawQuery() == null ? "" : request.getURI().getRawQuery());
        add(digest, key);
        fields.forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) {
                add(digest, name);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(values.size()).array());
                values.forEach(value -> add(digest, value == null ? "" : value));
            }
        });
        return Sha256.hex(digest);
    }

    /** With its length before it, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
