package jp.madoguchi.identity.securitylog;

import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.attempt.ClientAddress;
import jp.madoguchi.identity.seal.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Security events as structured records of the logger {@code madoguchi.security} (OWASP Logging Vocabulary). Login and
 * network appear as keyed hashes: the same one is recognised again, and nobody without the key learns which it is.
 */
@Component
public class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("madoguchi.security");

    private final Seal seal;

    SecurityLog(Seal seal) {
        this.seal = seal;
    }

    /** What is told. */
    public enum Event {
        SIGN_IN, SIGN_IN_REFUSED, SIGN_IN_DELAYED, WRONG_COUNTER, SIGN_IN_ENDED, PASSWORD_CHANGED, PASSWORD_RESET, PROOF_REFUSED, ACCOUNT_CLOSED, MAIL_LIMITED, FACTOR_ADDED, FACTOR_REMOVED, FACTOR_REFUSED, RECOVERY_CODE_USED, RECOVERY_CODES_RENEWED, FACTOR_RESET_ISSUED, FACTOR_RESET_USED;

        private String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** An event about a login, whether or not somebody has it. */
    public void note(Event event, Realm realm, LoginName login, String remoteAddress) {
        LOG.atInfo().addKeyValue("event", event.code()).addKeyValue("realm", realm.code())
                .addKeyValue("subject", seal.pseudonym("login:" + login.value()))
                .addKeyValue("network", seal.pseudonym("network:" + ClientAddress.networkOf(remoteAddress)))
                .log("security event {}", event.code());
    }

    /** An event about a login that somebody of staff has caused. */
    public void note(Event event, Realm realm, LoginName login, String remoteAddress, LoginName by) {
        LOG.atInfo().addKeyValue("event", event.code()).addKeyValue("realm", realm.code())
                .addKeyValue("subject", seal.pseudonym("login:" + login.value()))
                .addKeyValue("by", seal.pseudonym("login:" + by.value()))
                .addKeyValue("network", seal.pseudonym("network:" + ClientAddress.networkOf(remoteAddress)))
                .log("security event {}", event.code());
    }
}
