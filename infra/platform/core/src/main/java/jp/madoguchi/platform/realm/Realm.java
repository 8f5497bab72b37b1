package jp.madoguchi.platform.realm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two kinds of people, each with one app; nobody is let into the other kind's app. */
public enum Realm {
    RESIDENT("portal"), STAFF("backoffice");

    /** Where an app begins a log-in at identity. */
    public static final String LOGIN_START = "/oauth2/authorization/identity";

    private final String clientId;

    Realm(String clientId) {
        this.clientId = clientId;
    }

    /** The OAuth client at which people of this realm log in. */
    public String clientId() {
        return clientId;
    }

    /** The realm as claims, addresses and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Realm> ofClient(@Nullable String clientId) {
        return Arrays.stream(values()).filter(realm -> realm.clientId.equals(clientId)).findFirst();
    }

    public static Optional<Realm> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(realm -> realm.code().equals(code)).findFirst();
    }

    /** The other one. */
    public Realm other() {
        return this == RESIDENT ? STAFF : RESIDENT;
    }
}
