package jp.madoguchi.platform.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.server.ServerWebExchange;

/** The number that marks this answer's own scripts and styles; the content security policy lets no others run. */
public final class CspNonce {

    /** Exchange attribute under which the nonce of the request lies, a string. */
    public static final String ATTRIBUTE = "jp.madoguchi.csp-nonce";

    private static final SecureRandom RANDOM = new SecureRandom();

    private CspNonce() {}

    /** The nonce of this request; empty outside the filter. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "");
    }

    static String create() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getEncoder().withoutPadding().encodeToString(bits);
    }
}
