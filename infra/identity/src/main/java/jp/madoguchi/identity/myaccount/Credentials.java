package jp.madoguchi.identity.myaccount;

import java.time.InstantSource;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.platform.text.Texts;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.identity.post.Post;
import jp.madoguchi.identity.signin.SignIn;
import jp.madoguchi.identity.signin.SignIns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes that end log-ins, each told to the owner's mailbox in the same transaction. */
@Component
class Credentials {

    private final Accounts accounts;
    private final SignIns signIns;
    private final Post post;
    private final InstantSource clock;

    Credentials(Accounts accounts, SignIns signIns, Post post, InstantSource clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.post = post;
        this.clock = clock;
    }

    /** Sets a new password; every log-in but this one ends. */
    @Transactional
    public void change(SignIn me, String passwordHash, Texts texts) {
        signIns.spare(me.id());
        accounts.changePassword(me.account().id(), passwordHash, clock.instant());
        post.send(new Mail(me.account().email(), texts.say("mail.changed.subject"),
                texts.say("mail.changed.text")), texts);
    }

    /** Closes a resident's account; the portal hears of it and lets go of what belongs to it. */
    @Transactional
    public void close(Account account, Texts texts) {
        accounts.close(account.id());
        post.send(new Mail(account.email(), texts.say("mail.closed.subject"), texts.say("mail.closed.text")), texts);
    }
}
