package jp.madoguchi.identity.factor;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** The ways to prove who one is, in the words of the database, of {@code amr} (RFC 8176), and of Spring Security. */
public enum Factor {
    /** A password. */
    PASSWORD("pwd", FactorGrantedAuthority.PASSWORD_AUTHORITY, "pwd"),
    /** A one-time code by an authenticator (RFC 6238). */
    ONE_TIME_CODE("otp", Factor.ONE_TIME_CODE_AUTHORITY, "otp"),
    /** One of the codes written down for the day the other factors are lost. */
    RECOVERY_CODE("recovery", Factor.RECOVERY_CODE_AUTHORITY, "otp"),
    /** A passkey that never leaves its device. */
    BOUND_PASSKEY("hwk", FactorGrantedAuthority.WEBAUTHN_AUTHORITY, "hwk", "user"),
    /** A passkey that its owner's devices share. */
    SYNCED_PASSKEY("swk", FactorGrantedAuthority.WEBAUTHN_AUTHORITY, "swk", "user");

    /** The authority of a one-time code. */
    public static final String ONE_TIME_CODE_AUTHORITY = "FACTOR_ONE_TIME_CODE";

    /** The authority of a recovery code. */
    public static final String RECOVERY_CODE_AUTHORITY = "FACTOR_RECOVERY_CODE";

    /** {@code acr} of a log-in with one factor. */
    public static final String ONE = "urn:madoguchi:acr:one-factor";

    /** {@code acr} of a log-in with two factors. */
    public static final String TWO = "urn:madoguchi:acr:two-factors";

    /** {@code acr} of a log-in that cannot be phished (OpenID Connect EAP ACR Values 1.0). */
    public static final String PHISHING_RESISTANT = "phr";

    private final String code;
    private final String authority;
    private final List<String> amr;

    Factor(String code, String authority, String... amr) {
        this.code = code;
        this.authority = authority;
        this.amr = List.of(amr);
    }

    /** The factor as the database and sessions write it. */
    public String code() {
        return code;
    }

    /** The authority it gives. */
    public String authority() {
        return authority;
    }

    public static Optional<Factor> ofCode(String code) {
        return Arrays.stream(values()).filter(factor -> factor.code.equals(code)).findFirst();
    }

    /** A passkey that demanded the finger, the face or the PIN is something one has and something one is or knows. */
    public boolean isPasskey() {
        return this == BOUND_PASSKEY || this == SYNCED_PASSKEY;
    }

    /** Whether these are two factors of different kinds. */
    public static boolean areTwo(Collection<Factor> proved) {
        return proved.stream().anyMatch(Factor::isPasskey) || proved.contains(PASSWORD)
                && (proved.contains(ONE_TIME_CODE) || proved.contains(RECOVERY_CODE));
    }

    /** The {@code amr} of a log-in: each method, and {@code mfa} for two factors. */
    public static List<String> amr(Collection<Factor> proved) {
        Set<String> words = new LinkedHashSet<>();
        // In the order of the constants, whatever order they were proved in.
        EnumSet<Factor> ordered = EnumSet.noneOf(Factor.class);
        ordered.addAll(proved);
        ordered.forEach(factor -> words.addAll(factor.amr));
        if (areTwo(proved)) {
            words.add("mfa");
        }
        return List.copyOf(words);
    }

    /** The {@code acr} of a log-in. */
    public static String acr(Collection<Factor> proved) {
        if (proved.stream().anyMatch(Factor::isPasskey)) {
            return PHISHING_RESISTANT;
        }
        return areTwo(proved) ? TWO : ONE;
    }
}
