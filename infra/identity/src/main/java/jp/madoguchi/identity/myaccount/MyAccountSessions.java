package jp.madoguchi.identity.myaccount;

import jp.madoguchi.identity.session.SessionValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room puts into sessions. */
@Configuration(proxyBeanMethods = false)
class MyAccountSessions {

    @Bean
    SessionValue confirmBack() {
        return new SessionValue("confirm-back", 1, Owner.Page.class);
    }

    @Bean
    SessionValue newAuthenticator() {
        return new SessionValue("new-authenticator", 1, AuthenticatorController.NewSecret.class);
    }

    @Bean
    SessionValue newRecoveryCodes() {
        return new SessionValue("new-recovery-codes", 1, NewCodes.Shown.class);
    }
}
