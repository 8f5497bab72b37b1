package jp.madoguchi.platform.session;

import jp.madoguchi.forms.Sha256;
import jp.madoguchi.platform.token.SecretToken;

/** Session ids: 256 random bits in the cookie, their hash in the database. */
final class SessionIds {

    private SessionIds() {}

    static String create() {
        return SecretToken.create().value();
    }

    static String hash(String id) {
        return Sha256.hex(id);
    }
}
