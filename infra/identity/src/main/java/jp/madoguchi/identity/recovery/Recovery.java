package jp.madoguchi.identity.recovery;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.platform.text.Texts;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.identity.post.Post;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import jp.madoguchi.identity.signin.Signin;
import jp.madoguchi.platform.mail.Mailbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces passwords through a mailed link. Staff set their first password the same way. */
@Component
class Recovery {

    /** How long a link is good. */
    static final Duration GOOD_FOR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final JdbcAttempts attempts;
    private final Signin signin;
    private final Post post;
    private final InstantSource clock;
    private final IdentitySettings settings;
    private final SecurityLog log;

    Recovery(JdbcClient jdbc, Accounts accounts, JdbcAttempts attempts, Signin signin, Post post, InstantSource clock,
            IdentitySettings settings, SecurityLog log) {
        this.log = log;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.attempts = attempts;
        this.signin = signin;
        this.post = post;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Mails a link if there is such an account; a resident's address without one is told so, by mail only. Requests are counted before
     * anybody is looked up, so that the limit is the same with and without an account.
     *
     * @return zero, or how long nothing will be mailed because the limit is reached
     */
    @Transactional
    public Duration request(Realm realm, LoginName login, Texts texts) {
        Duration wait = attempts.begin(AttemptPolicies.MAILBOX, Mailbox.key(login.value()));
        if (!wait.isZero()) {
            return wait;
        }
        Optional<Account> account = accounts.find(realm, login).filter(known -> !known.disabled());
        if (account.isPresent()) {
            mailLink(account.get(), texts);
        } else if (realm == Realm.RESIDENT) {
            MailAddress.read(login.value()).ifPresent(
                    address -> post.send(new Mail(address.value(), texts.say("mail.unknown.subject"),
                            texts.say("mail.unknown.text", settings.identity().issuer() + "/registration")), texts));
        }
        return Duration.ZERO;
    }

    private void mailLink(Account account, Texts texts) {
        SecretToken token = SecretToken.create();
        jdbc.sql("insert into password_reset (token_hash, account_id, expires_at) values (:token, :account, :expires)")
                .param("token", token.digest()).param("account", account.id())
                .param("expires", Timestamp.from(clock.instant().plus(GOOD_FOR))).update();
        post.send(new Mail(account.email(),
                texts.say(account.passwordHash() == null ? "mail.first.subject" : "mail.recovery.subject"),
                texts.say("mail.recovery.text",
                        settings.identity().issuer() + "/recovery/link/" + token.value())),
                texts);
    }

    /** The account behind a link, while the link is good. */
    Optional<Account> find(SecretToken token) {
        return jdbc.sql("""
                select account_id from password_reset
                 where token_hash = :token and used_at is null and expires_at > :now
                """).param("token", token.digest()).param("now", Timestamp.from(clock.instant())).query(UUID.class)
                .optional().flatMap(accounts::find).filter(account -> !account.disabled());
    }

    /**
     * Uses the link up, sets the password and tells the owner of the mailbox.
     *
     * @return false if the link was used or ran out in the meantime
     */
    @Transactional
    public boolean replace(SecretToken token, Account account, String passwordHash, String remoteAddress, Texts texts) {
        Instant now = clock.instant();
        int used = jdbc.sql("""
                update password_reset set used_at = :now
                 where token_hash = :token and account_id = :account and used_at is null and expires_at > :now
                """).param("now", Timestamp.from(now)).param("token", token.digest()).param("account", account.id())
                .update();
        if (used == 0) {
            return false;
        }
        jdbc.sql("delete from password_reset where account_id = :account and used_at is null")
                .param("account", account.id()).update();
        accounts.changePassword(account.id(), passwordHash, now);
        signin.forgive(account.login(), remoteAddress);
        log.note(Event.PASSWORD_RESET, account.realm(), account.login(), remoteAddress);
        post.send(
                new Mail(account.email(),
                        texts.say(account.passwordHash() == null ? "mail.firstSet.subject" : "mail.replaced.subject"),
                        texts.say("mail.replaced.text")),
                texts);
        return true;
    }

    @Scheduled(cron = "0 37 * * * *")
    void sweep() {
        jdbc.sql("delete from password_reset where expires_at < :now").param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
