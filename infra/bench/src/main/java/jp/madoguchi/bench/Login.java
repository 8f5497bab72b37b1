package jp.madoguchi.bench;

import java.net.URI;

import jp.madoguchi.bench.Surfer.Seen;
import jp.madoguchi.bench.Surfer.Stopped;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

/** The way in: asking for a page that needs sign-in leads to identity and back. */
public final class Login {

    private static final String PASSWORD_FORM = "form:has(input[type=password])";

    private Login() {}

    /** @throws Surfer.Stopped where the account is not let in */
    public static Seen with(Surfer browser, URI wanted, String account, String password) throws InterruptedException {
        var login = browser.open("sign-in page", wanted);
        @Nullable
        Element form = login.page().selectFirst(PASSWORD_FORM);
        return form == null ? login : browser.send("sign-in", login, form, form(login, account, password));
    }

    static Element passwordForm(Seen page) {
        var form = page.page().selectFirst(PASSWORD_FORM);
        if (form == null) {
            throw new Stopped("no password asked for at " + page.address());
        }
        return form;
    }

    /** The page's password form filled in: hidden fields as they are, the account into fields for mail addresses and names. */
    static FormData form(Seen page, String account, String password) {
        var data = new FormData();
        passwordForm(page).select("input[name]").forEach(input -> {
            switch (input.attr("type")) {
                case "password" -> data.with(input.attr("name"), password);
                case "hidden" -> data.with(input.attr("name"), input.attr("value"));
                default -> {
                    if (!input.attr("name").equals("name")) {
                        data.with(input.attr("name"), account);
                    }
                }
            }
        });
        return data;
    }
}
