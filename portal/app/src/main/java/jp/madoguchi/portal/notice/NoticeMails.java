package jp.madoguchi.portal.notice;

import java.time.LocalDate;
import java.util.UUID;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.outbox.MailOutbox;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.pagekit.Surroundings;
import jp.madoguchi.platform.security.TownSettings;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.wording.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The mails of the portal. Mail travels in the open, so a body names nobody and says nothing that was typed: the city, the
 * procedure, the office and the receipt number, that something happened, and how to read it with and without the link.
 */
@Component
public class NoticeMails {

    private final MailOutbox outbox;
    private final TownSettings town;
    private final Surroundings city;
    private final Catalogue catalogue;

    NoticeMails(MailOutbox outbox, TownSettings town, Surroundings city, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.town = town;
        this.city = city;
    }

    /** To be called in the transaction that hands the application in. */
    public Mono<Void> received(Recipient to, SecretToken link) {
        return send(to, "received", "received:" + to.submission(), track(link));
    }

    /** The answer to a correction request arrived. */
    public Mono<Void> corrected(Recipient to, UUID correction, SecretToken link) {
        return send(to, "corrected", "corrected:" + correction, track(link));
    }

    public Mono<Void> correctionAsked(Recipient to, UUID correction, SecretToken link) {
        return send(to, "correction", "correction:" + correction,
                address("/corrections/" + link.value()));
    }

    /**
     * A correction is still asked for.
     *
     * @param when {@code before} or {@code after} its last day
     */
    public Mono<Void> correctionDue(Recipient to, String when, UUID correction, LocalDate answerBy,
            SecretToken link) {
        return send(to, "correction-" + when, "correction-" + when + ":" + correction + ":" + answerBy,
                address("/corrections/" + link.value()));
    }

    public Mono<Void> decided(Recipient to, UUID update, SecretToken link) {
        return send(to, "decided", "decided:" + update, track(link));
    }

    /** A notification (届出) was found complete and recorded. */
    public Mono<Void> recorded(Recipient to, UUID update, SecretToken link) {
        return send(to, "recorded", "recorded:" + update, track(link));
    }

    public Mono<Void> messageArrived(Recipient to, UUID update, SecretToken link) {
        return send(to, "message", "message:" + update, track(link));
    }

    /** As {@link #received}, at the applicant's wish; the receipt number alone is known to the city. */
    public Mono<Void> receivedAgain(Recipient to, SecretToken link) {
        return send(to, "received", "received-again:" + link.hash(), track(link));
    }

    /** The link under which another own word can be chosen. */
    public Mono<Void> newWord(Recipient to, SecretToken link) {
        return send(to, "word", "word:" + link.hash(),
                address("/word/" + link.value()));
    }

    public Mono<Void> resume(String to, String language, Procedure procedure, SecretToken link) {
        var say = Say.in(language);
        return outbox.enqueue(new Mail(to, subject(say, "resume"), signed(say, about(procedure),
                say.text("mail.resume.body", address("/resume/" + link.value())))));
    }

    /** Somebody is asked to fill in a part; who asks stands behind the link. */
    public Mono<Void> errand(String to, String language, Procedure form, UUID errand, SecretToken link,
            String until) {
        var say = Say.in(language);
        return outbox.enqueue(new Mail(to, subject(say, "errand"), signed(say, about(form),
                say.text("mail.errand.body", address("/errands/" + link.value()), until)))
                .once("errand:" + errand));
    }

    /** What somebody was asked for has been filled in. */
    public Mono<Void> errandDone(String to, String language, Procedure procedure, UUID errand, String path) {
        var say = Say.in(language);
        return outbox.enqueue(new Mail(to, subject(say, "errand-done"),
                signed(say, about(procedure), say.text("mail.errand-done.body", address(path))))
                .once("errand-done:" + errand));
    }

    private Mono<Void> send(Recipient to, String kind, String key, String address) {
        var say = Say.in(to.language());
        return catalogue.edition(to.procedure(), to.version())
                .map(edition -> new About(edition.procedure().title(), to.office(), edition.procedure().bureau()))
                .flatMap(about -> outbox.enqueue(new Mail(to.mail(), subject(say, kind, to.receiptNumber().grouped()),
                        signed(say, about, say.text("mail." + kind + ".body", to.receiptNumber().grouped(), address)
                                + say.text("mail.without-link", address("/tracking"))))
                        .once(key)));
    }

    /** What a mail is about, as far as it says. */
    private record About(Localized title, @Nullable String office, String bureau) {}

    private static About about(Procedure procedure) {
        return new About(procedure.title(), null, procedure.bureau());
    }

    /** The city first, then what happened. Subjects lie open on locked screens: the procedure stands in the body only. */
    private String subject(Say say, String kind, Object... more) {
        return say.text("mail.subject", site(say).city(), say.text("mail." + kind + ".subject", more));
    }

    /** Who sends it and about what, where that can be checked without following a link, and whom to ask. */
    private String signed(Say say, About about, String body) {
        var site = site(say);
        var desk = site.contacts().of(about.office(), about.bureau());
        var office = about.office() == null ? about.bureau() : about.office();
        return say.text("mail.head", site.city(), site.name(), say.text(about.title()), office) + body
                + say.text("mail.never")
                + say.text("mail.signature", site.city(), site.name(), town.portal().baseUrl(), desk.name(),
                        desk.phone(), desk.hours());
    }

    private Site site(Say say) {
        return city.site().in(say.language().tag());
    }

    private String track(SecretToken link) {
        return address("/track/" + link.value());
    }

    private String address(String path) {
        return town.portal().baseUrl() + path;
    }
}
