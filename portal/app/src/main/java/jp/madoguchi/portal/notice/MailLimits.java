package jp.madoguchi.portal.notice;

import java.time.Duration;

import jp.madoguchi.platform.connection.ClientAddress;
import jp.madoguchi.platform.mail.Mailbox;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.AttemptLimiter;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many mails strangers can make the portal send: to one mailbox, however its address is spelled, and at the wish of one client,
 * whatever it is that is mailed.
 */
@Component
public class MailLimits {

    /** Mails that one asks for: the link to go on elsewhere, the link for somebody who fills in a part. */
    public static final AttemptPolicy ASKED_FOR = new AttemptPolicy("mail-to", 5, Duration.ofHours(1));
    /** The mail that tells of an application's arrival; somebody may apply for many others. */
    public static final AttemptPolicy ARRIVAL = new AttemptPolicy("arrival-mail-to", 20, Duration.ofMinutes(3));
    /** Mails asked for by number and address, whether or not they belong together. */
    public static final AttemptPolicy DOOR = new AttemptPolicy("mail-door", 20, Duration.ofMinutes(3));
    /** Generous, because a library or a mobile operator is one client to us. */
    private static final AttemptPolicy PER_CLIENT = new AttemptPolicy("mail-client", 60, Duration.ofMinutes(1));

    private final AttemptLimiter limiter;

    MailLimits(AttemptLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Counts one mail; to be called before the transaction that sends it.
     *
     * @param to the address as it was typed
     * @return empty; fails with {@link Refusal.TooMany} when there were too many to this mailbox or from this client
     */
    public Mono<Void> take(AttemptPolicy perMailbox, String to, ServerHttpRequest request) {
        return limiter.take(PER_CLIENT, ClientAddress.keyOf(request))
                .then(Mono.defer(() -> limiter.take(perMailbox, Mailbox.key(to))))
                .onErrorMap(Refusal.TooMany.class, MailLimits::said);
    }

    private static Refusal said(Refusal.TooMany tries) {
        return new Refusal.TooMany("too-many-mails",
                "短い時間にメールの送信が続いたため、いまはメールを送れません。入力した内容は保存されています。%d分ほど待ってから、もう一度お試しください。"
                        .formatted(minutes(tries)),
                tries.retryAfter());
    }

    /** For the page that is shown again with what was typed. */
    public static long minutes(Refusal.TooMany refusal) {
        return Math.max(1, refusal.retryAfter().plusSeconds(59).toMinutes());
    }
}
