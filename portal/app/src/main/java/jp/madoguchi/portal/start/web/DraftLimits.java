package jp.madoguchi.portal.start.web;

import jp.madoguchi.platform.connection.ClientAddress;
import jp.madoguchi.platform.connection.SharedNetworks;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.AttemptLimiter;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.portal.account.Visitor;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many applications one begins: each draft is kept for a month, whether anybody goes on with it or not. */
@Component
class DraftLimits {

    private final AttemptLimiter limiter;
    private final SharedNetworks shared;
    private final AttemptPolicy perClient;
    private final AttemptPolicy perAccount;

    DraftLimits(AttemptLimiter limiter, SharedNetworks shared, DraftSettings settings) {
        this.limiter = limiter;
        this.shared = shared;
        this.perClient = new AttemptPolicy("draft-client", settings.perClient(), settings.clientAgain());
        this.perAccount = new AttemptPolicy("draft-account", settings.perAccount(), settings.accountAgain());
    }

    /**
     * Counts one; to be called before the transaction that begins it.
     *
     * @return empty; fails with {@link Refusal.TooMany} when there were too many
     */
    Mono<Void> take(Visitor visitor, ServerHttpRequest request) {
        var account = visitor.account();
        if (account != null) {
            return limiter.take(perAccount, account.toString());
        }
        return shared.include(request) ? Mono.empty() : limiter.take(perClient, ClientAddress.keyOf(request));
    }
}
