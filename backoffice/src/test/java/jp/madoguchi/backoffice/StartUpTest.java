package jp.madoguchi.backoffice;

import org.junit.jupiter.api.Test;

class StartUpTest {

    @Test
    void startsAndSendsStrangersToSignIn() {
        try (var office = TestOffice.open()) {
            office.anyone().get().uri("/readyz").header("Accept", "application/json")
                    .exchange().expectStatus().isOk();
            office.anyone().get().uri("/queue").exchange().expectStatus().isFound().expectHeader()
                    .location("/oauth2/authorization/identity");
            office.as(TestOffice.CLERK1).get().uri("/").exchange().expectStatus().isSeeOther().expectHeader()
                    .location("/queue");
            office.as(TestOffice.CLERK1).get().uri("/audit").exchange().expectStatus().isForbidden();
        }
    }
}
