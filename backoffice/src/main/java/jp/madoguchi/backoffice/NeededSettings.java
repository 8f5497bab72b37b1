package jp.madoguchi.backoffice;

import jp.madoguchi.platform.settings.RequiredSettings;

/** What the back office has to be told before it serves a city. */
final class NeededSettings {

    private NeededSettings() {}

    static RequiredSettings all() {
        return new RequiredSettings().address("madoguchi.portal.base-url").address("madoguchi.backoffice.base-url")
                .address("madoguchi.identity.issuer")
                .secret("madoguchi.clients.backoffice.secret").secret("madoguchi.clients.exchange.secret")
                .secret("spring.r2dbc.password", "backoffice")
                .secretUnlessOff("spring.flyway.enabled", "spring.flyway.password", "backoffice_owner")
                .secret("madoguchi.store.secret-key", "madoguchi-local-secret")
                .ownUnlessSet("madoguchi.city.file", "madoguchi.city.name", "まどぐち市");
    }
}
