package jp.madoguchi.portal.notice;

import java.time.LocalDate;
import java.util.UUID;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.outbox.MailOutbox;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.security.TownSettings;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.wording.Wording;
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
    private final SiteChrome city;
    private final Catalogue catalogue;

    NoticeMails(MailOutbox outbox, TownSettings town, SiteChrome city, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.town = town;
        this.city = city;
    }

    /** The mail that tells of an arrival, for the statement that hands the application in. */
    public Mono<Mail> arrival(Recipient to, SecretToken link) {
        return written(to, "received", track(link));
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
        var wording = Wording.in(language);
        return outbox.enqueue(new Mail(to, subject(wording, "resume"), signed(wording, about(procedure),
                wording.text("mail.resume.body", address("/resume/" + link.value())))));
    }

    /** Somebody is asked to fill in a part; who asks stands behind the link. */
    public Mono<Void> delegation(String to, String language, Procedure form, UUID delegation, SecretToken link,
            String until) {
        var wording = Wording.in(language);
        return outbox.enqueue(new Mail(to, subject(wording, "delegation"), signed(wording, about(form),
                wording.text("mail.delegation.body", address("/errands/" + link.value()), until)))
                .once("errand:" + delegation));
    }

    /** What somebody was asked for has been filled in. */
    public Mono<Void> delegationDone(String to, String language, Procedure procedure, UUID delegation, String path) {
        var wording = Wording.in(language);
        return outbox.enqueue(new Mail(to, subject(wording, "delegation-done"),
                signed(wording, about(procedure), wording.text("mail.delegation-done.body", address(path))))
                .once("errand-done:" + delegation));
    }

    private Mono<Void> send(Recipient to, String kind, String key, String address) {
        return written(to, kind, address).flatMap(mail -> outbox.enqueue(mail.once(key)));
    }

    private Mono<Mail> written(Recipient to, String kind, String address) {
        var wording = Wording.in(to.language());
        return catalogue.edition(to.procedure(), to.version())
                .map(edition -> new About(edition.procedure().title(), to.office(), edition.procedure().bureau()))
                .map(about -> new Mail(to.mail(), subject(wording, kind, to.receiptNumber().grouped()),
                        signed(wording, about, body(to, wording, kind, address))));
    }

    /** Where nothing opens the application any more, no way to it is promised: the subject tells what happened. */
    private String body(Recipient to, Wording wording, String kind, String address) {
        var number = to.receiptNumber().grouped();
        if (!to.online()) {
            return wording.text("mail.offline.body", number);
        }
        var told = wording.text("mail." + kind + ".body", number, address);
        // Whoever forgot the word is not asked for it.
        return kind.equals("word") ? told : told + wording.text("mail.without-link", address("/tracking"));
    }

    /** What a mail is about, as far as it says. */
    private record About(Localized title, @Nullable String office, String bureau) {}

    private static About about(Procedure procedure) {
        return new About(procedure.title(), null, procedure.bureau());
    }

    /** The city first, then what happened. Subjects lie open on locked screens: the procedure stands in the body only. */
    private String subject(Wording wording, String kind, Object... more) {
        return wording.text("mail.subject", site(wording).city(), wording.text("mail." + kind + ".subject", more));
    }

    /** Who sends it and about what, where that can be checked without following a link, and whom to ask. */
    private String signed(Wording wording, About about, String body) {
        var site = site(wording);
        var desk = site.contacts().of(about.office(), about.bureau()).in(wording.language().tag());
        var office = about.office() == null ? about.bureau() : about.office();
        return wording.text("mail.head", site.city(), site.name(), wording.text(about.title()), office) + body
                + wording.text("mail.never")
                + wording.text("mail.signature", site.city(), site.name(), town.portal().baseUrl(), desk.name(),
                        desk.phone(), desk.hours());
    }

    private Site site(Wording wording) {
        return city.site().in(wording.language().tag());
    }

    private String track(SecretToken link) {
        return address("/track/" + link.value());
    }

    private String address(String path) {
        return town.portal().baseUrl() + path;
    }
}
