package jp.madoguchi.bench;

import java.net.URI;

import jp.madoguchi.bench.Surfer.Seen;

/** The way in: asking for a page that needs sign-in leads to identity and back. */
final class Login {

    private Login() {}

    /** @throws Surfer.Stopped where the account is not let in */
    static Seen with(Surfer browser, URI wanted, String account, String password) throws InterruptedException {
        var login = browser.open("sign-in page", wanted);
        var form = login.page().selectFirst("form:has(input[type=password])");
        if (form == null) {
            return login;
        }
        var data = new FormData();
        form.select("input[name]").forEach(input -> data.with(input.attr("name"), switch (input.attr("type")) {
            case "password" -> password;
            case "hidden" -> input.attr("value");
            default -> account;
        }));
        return browser.send("sign-in", login, form, data);
    }
}
