package jp.madoguchi.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what a browser's passkey must answer, for the browser that was asked, once and for a short time. */
@Component
public class Challenges {

    private static final Duration GOOD_FOR = Duration.ofMinutes(6);

    private final InstantSource clock;

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    /** @param challenge Base64url */
    record Asked(String challenge, Instant at) {
        Asked {
            Objects.requireNonNull(challenge);
            Objects.requireNonNull(at);
        }
    }

    /** @param purpose what the answer will be for, such as {@code login.staff} */
    public void keep(String purpose, String challenge, HttpServletRequest request) {
        request.getSession().setAttribute(attribute(purpose), new Asked(challenge, clock.instant()));
    }

    public Optional<String> take(String purpose, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(attribute(purpose)) instanceof Asked asked)) {
            return Optional.empty();
        }
        session.removeAttribute(attribute(purpose));
        return asked.at().plus(GOOD_FOR).isAfter(clock.instant())
                ? Optional.of(asked.challenge())
                : Optional.empty();
    }

    private static String attribute(String purpose) {
        return "madoguchi.challenge." + purpose;
    }
}
