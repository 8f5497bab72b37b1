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
                .ownUnlessSet("madoguchi.city.file", "madoguchi.city.name", "まどぐち市")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.city.name-en", "Madoguchi City")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.city.note")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.city.note-en")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.contact.general.name")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.contact.general.phone");
    }
}
