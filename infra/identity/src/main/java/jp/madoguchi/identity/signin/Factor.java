package jp.madoguchi.identity.signin;

import org.springframework.security.core.authority.FactorGrantedAuthority;

/** The ways to prove who one is, in the words of {@code amr} (RFC 8176) and in those of Spring Security. */
public final class Factor {

    /** A password. */
    public static final String PASSWORD = "pwd";

    private Factor() {}

    /** The authority a factor gives. */
    static String authority(String factor) {
        return switch (factor) {
            case PASSWORD -> FactorGrantedAuthority.PASSWORD_AUTHORITY;
            default -> throw new IllegalArgumentException("no such factor: " + factor);
        };
    }
}
