package jp.madoguchi.identity.registration;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.platform.text.Texts;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.identity.post.Post;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.platform.mail.Mailbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Residents' registrations. Nothing becomes an account before the person who reads the mailbox has given the password
 * again that came with the registration: a link alone would let a stranger register another's address with a password of
 * their own and wait for the owner to click.
 */
@Component
class Registrations {

    /** How long a link is good. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcAttempts attempts;
    private final Post post;
    private final InstantSource clock;

    Registrations(JdbcClient jdbc, Accounts accounts, Passwords passwords, JdbcAttempts attempts, Post post,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.post = post;
        this.clock = clock;
    }

    /** Someone who wants an account. */
    record Applicant(String name, MailAddress mail, String passwordHash) {}

    /** The addresses that mails of this kind point to; the link takes a token at its end. */
    record Links(String confirm, String signIn, String recover) {}

    /**
     * Writes to the address: a link to confirm, or, if it has an account, that it has one. Either way one mail, and counted before the
     * account is looked up.
     *
     * @return zero, or how long nothing will be mailed because the limit is reached
     */
    @Transactional
    public Duration request(Applicant applicant, Links links, Texts texts) {
        LoginName login = new LoginName(applicant.mail().value());
        Duration wait = attempts.begin(AttemptPolicies.MAILBOX, Mailbox.key(login.value()));
        if (!wait.isZero()) {
            return wait;
        }
        if (accounts.find(Realm.RESIDENT, login).isPresent()) {
            post.send(new Mail(applicant.mail().value(), texts.say("mail.known.subject"),
                    texts.say("mail.known.text", links.signIn(), links.recover())), texts);
            return Duration.ZERO;
        }
        SecretToken token = SecretToken.create();
        jdbc.sql("""
                insert into registration (token_hash, login, email, name, password_hash, expires_at)
                values (:token, :login, :email, :name, :hash, :expires)
                """).param("token", token.digest()).param("login", login.value())
                .param("email", applicant.mail().value()).param("name", applicant.name())
                .param("hash", applicant.passwordHash())
                .param("expires", Timestamp.from(clock.instant().plus(GOOD_FOR))).update();
        post.send(new Mail(applicant.mail().value(), texts.say("mail.confirm.subject"),
                texts.say("mail.confirm.text", links.confirm() + token.value())), texts);
        return Duration.ZERO;
    }

    /** The registration behind a link, while it can still be confirmed. */
    Optional<Pending> find(SecretToken token) {
        return jdbc.sql("""
                select id, login, email, name, password_hash from registration
                 where token_hash = :token and used_at is null and expires_at > :now
                """).param("token", token.digest()).param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Pending(row.getObject("id", UUID.class), row.getString("login"),
                        row.getString("email"), row.getString("name"), row.getString("password_hash")))
                .optional();
    }

    /** Whether this is the password the registration came with. */
    boolean isRight(Pending pending, String password) {
        return passwords.matches(password, pending.passwordHash());
    }

    /**
     * Uses the link up and opens the account.
     *
     * @return empty if the link was used in the meantime, or the address has got an account
     */
    @Transactional
    public Optional<Account> confirm(Pending pending) {
        Instant now = clock.instant();
        int used = jdbc.sql("update registration set used_at = :now where id = :id and used_at is null")
                .param("now", Timestamp.from(now)).param("id", pending.id()).update();
        return used == 0
                ? Optional.empty()
                : accounts.openForResident(new LoginName(pending.login()), pending.email(),
                        pending.name(), pending.passwordHash(), now);
    }

    @Scheduled(cron = "0 27 * * * *")
    void sweep() {
        jdbc.sql("delete from registration where expires_at < :now or used_at is not null")
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /** A registration that waits for its mail to be answered. */
    record Pending(UUID id, String login, String email, String name, String passwordHash) {}
}
