package jp.madoguchi.portal;

import jp.madoguchi.platform.settings.RequiredSettings;

/** What the portal has to be told before it serves a city. */
final class NeededSettings {

    private NeededSettings() {}

    static RequiredSettings all() {
        return new RequiredSettings().address("madoguchi.portal.base-url").address("madoguchi.backoffice.base-url")
                .address("madoguchi.identity.issuer")
                .secret("madoguchi.clients.portal.secret")
                .secret("spring.r2dbc.password", "portal")
                .secretUnlessOff("spring.flyway.enabled", "spring.flyway.password", "portal_owner")
                .secret("madoguchi.store.secret-key", "madoguchi-local-secret")
                .own("madoguchi.mail.from", "madoguchi@localhost")
                .own("madoguchi.city.name", "まどぐち市").own("madoguchi.city.name-en", "Madoguchi City")
                .own("madoguchi.city.note").own("madoguchi.city.note-en")
                .own("madoguchi.contact.general.name").own("madoguchi.contact.general.phone");
    }
}
