package jp.madoguchi.identity.signin;

import jp.madoguchi.identity.session.SessionValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room puts into sessions. */
@Configuration(proxyBeanMethods = false)
class SignInSessions {

    @Bean
    SessionValue signedInNote() {
        return new SessionValue("signed-in", 1, SignIn.Note.class);
    }

    @Bean
    SessionValue halfSignedInNote() {
        return new SessionValue("half-signed-in", 1, HalfSignIns.Note.class);
    }

    @Bean
    SessionValue askedChallenge() {
        return new SessionValue("challenge", 1, Challenges.Asked.class);
    }

    @Bean
    SessionValue pageWayBack() {
        return new SessionValue("way-back", 1, WayBack.Page.class);
    }
}
