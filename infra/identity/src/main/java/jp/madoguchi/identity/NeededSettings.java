package jp.madoguchi.identity;

import jp.madoguchi.platform.settings.RequiredSettings;

/** What identity has to be told before it serves a city. */
final class NeededSettings {

    private NeededSettings() {}

    static RequiredSettings all() {
        return new RequiredSettings().address("madoguchi.portal.base-url").address("madoguchi.backoffice.base-url")
                .address("madoguchi.identity.issuer")
                .secret("madoguchi.clients.portal.secret").secret("madoguchi.clients.backoffice.secret")
                .secret("madoguchi.clients.exchange.secret").secret("madoguchi.identity.key-encryption-key")
                .secret("spring.datasource.password")
                .own("madoguchi.mail.from", "madoguchi@localhost")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.city.name", "まどぐち市")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.city.name-en", "Madoguchi City")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.contact.general.name")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.contact.general.phone");
    }
}
