package jp.madoguchi.identity;

import java.net.CookieManager;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.madoguchi.testkit.PostForms;
import jp.madoguchi.testkit.ScriptlessBrowser;

/** A browser of few words: fills in forms, and follows redirects only where told. */
final class PlainBrowser {

    private final ScriptlessBrowser browser;

    PlainBrowser(String site) {
        this.browser = ScriptlessBrowser.staying(site);
    }

    CookieManager cookies() {
        return browser.cookies();
    }

    HttpResponse<String> get(String address, String... headers) {
        return browser.get(address, headers);
    }

    /** Opens the page, fills its form in, and sends it. */
    HttpResponse<String> submit(String address, Map<String, String> fields) {
        return submitFrom(address, address, fields);
    }

    /** Opens a page and sends a form of it that goes to another address. */
    HttpResponse<String> submitFrom(String page, String address, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        PostForms.token(get(page).body()).ifPresent(token -> all.put("_csrf", token));
        return post(address, all, headers);
    }

    /** As {@link #submit}, with more headers. */
    HttpResponse<String> submitWith(String address, Map<String, String> fields, String... headers) {
        return submitFrom(address, address, fields, headers);
    }

    /** Opens the page and reads the token of its form. */
    String formToken(String page) {
        return PostForms.token(get(page).body()).orElseThrow(() -> new AssertionError("no form on " + page));
    }

    HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
        return browser.post(address, PostForms.fields(fields), headers);
    }

    /** Where an answer sends the browser. */
    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " without Location: " + answer.body()));
    }

    static String encoded(Map<String, String> fields) {
        return ScriptlessBrowser.encoded(PostForms.fields(fields));
    }
}
