package jp.madoguchi.portal.notice;

import java.time.LocalDate;
import java.util.UUID;

import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.mail.MailOutbox;
import jp.madoguchi.platform.pagekit.Surroundings;
import jp.madoguchi.platform.security.TownSettings;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.wording.Say;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The mails of the portal. Mail travels in the open, so a body names nobody and says nothing of what was applied for: the
 * receipt number, that something happened, and the link under which to read it.
 */
@Component
public class NoticeMails {

    private final MailOutbox outbox;
    private final TownSettings town;
    private final Surroundings city;

    NoticeMails(MailOutbox outbox, TownSettings town, Surroundings city) {
        this.outbox = outbox;
        this.town = town;
        this.city = city;
    }

    /** To be called in the transaction that hands the application in. */
    public Mono<Void> received(String to, String language, UUID submission, String receiptNumber, SecretToken link) {
        return send(to, language, "received", "received:" + submission, receiptNumber, track(link));
    }

    /** The answer to a correction request arrived. */
    public Mono<Void> corrected(String to, String language, UUID correction, String receiptNumber, SecretToken link) {
        return send(to, language, "corrected", "corrected:" + correction, receiptNumber, track(link));
    }

    public Mono<Void> correctionAsked(String to, String language, UUID correction, String receiptNumber,
            SecretToken link) {
        return send(to, language, "correction", "correction:" + correction, receiptNumber,
                address("/corrections/" + link.value()));
    }

    /**
     * A correction is still asked for.
     *
     * @param when {@code before} or {@code after} its last day
     */
    public Mono<Void> correctionDue(String to, String language, String when, UUID correction, LocalDate answerBy,
            String receiptNumber, SecretToken link) {
        return send(to, language, "correction-" + when, "correction-" + when + ":" + correction + ":" + answerBy,
                receiptNumber, address("/corrections/" + link.value()));
    }

    public Mono<Void> decided(String to, String language, UUID update, String receiptNumber, SecretToken link) {
        return send(to, language, "decided", "decided:" + update, receiptNumber, track(link));
    }

    /** A notification (届出) was found complete and recorded. */
    public Mono<Void> recorded(String to, String language, UUID update, String receiptNumber, SecretToken link) {
        return send(to, language, "recorded", "recorded:" + update, receiptNumber, track(link));
    }

    public Mono<Void> messageArrived(String to, String language, UUID update, String receiptNumber, SecretToken link) {
        return send(to, language, "message", "message:" + update, receiptNumber, track(link));
    }

    public Mono<Void> resume(String to, String language, SecretToken link) {
        var say = Say.in(language);
        return outbox.enqueue(new Mail(to, say.text("mail.resume.subject"),
                signed(say, say.text("mail.resume.body", address("/resume/" + link.value())))));
    }

    /** Somebody is asked to fill in a part; who asks stands behind the link. */
    public Mono<Void> errand(String to, String language, UUID errand, SecretToken link, String until) {
        var say = Say.in(language);
        return outbox.enqueue(new Mail(to, say.text("mail.errand.subject"),
                signed(say, say.text("mail.errand.body", address("/errands/" + link.value()), until)))
                .once("errand:" + errand));
    }

    /** What somebody was asked for has been filled in. */
    public Mono<Void> errandDone(String to, String language, UUID errand, String path) {
        var say = Say.in(language);
        return outbox.enqueue(new Mail(to, say.text("mail.errand-done.subject"),
                signed(say, say.text("mail.errand-done.body", address(path)))).once("errand-done:" + errand));
    }

    private Mono<Void> send(String to, String language, String kind, String key, String receiptNumber, String address) {
        var say = Say.in(language);
        return outbox.enqueue(new Mail(to, say.text("mail." + kind + ".subject", receiptNumber),
                signed(say, say.text("mail." + kind + ".body", receiptNumber, address))).once(key));
    }

    /** Who sends it, where that can be checked without following a link, and whom to ask. */
    private String signed(Say say, String body) {
        var site = city.site();
        var desk = site.contacts().everything();
        return body + say.text("mail.signature", site.city(), site.name(), town.portal().baseUrl(), desk.name(),
                desk.phone(), desk.hours());
    }

    private String track(SecretToken link) {
        return address("/track/" + link.value());
    }

    private String address(String path) {
        return town.portal().baseUrl() + path;
    }
}
