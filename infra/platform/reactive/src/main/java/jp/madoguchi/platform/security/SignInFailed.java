package jp.madoguchi.platform.security;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The round trip to identity broke off: an old tab, a lost session, or identity away. Trying again helps. */
final class SignInFailed extends ResponseStatusException {

    SignInFailed(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "sign-in through identity failed", cause);
    }
}
