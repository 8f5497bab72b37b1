package jp.madoguchi.identity.signin;

import java.time.Instant;
import jp.madoguchi.platform.realm.Realm;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tells an app which log-ins have ended, so that its own sessions end with them. Asked for by the apps, because between the
 * zones only the inner one opens connections.
 */
@RestController
class EndedController {

    private final SignIns signIns;

    EndedController(SignIns signIns) {
        this.signIns = signIns;
    }

    /** @param app a client-credentials token, whose subject is the client */
    @GetMapping(path = "/sign-ins/ended", produces = MediaType.APPLICATION_JSON_VALUE)
    SignIns.Ended ended(@RequestParam Instant since, @AuthenticationPrincipal Jwt app) {
        Realm realm = Realm.ofClient(app.getSubject())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        return signIns.endedSince(realm, since);
    }
}
