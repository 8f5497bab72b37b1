package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.testkit.MultipartBody;
import jp.madoguchi.testkit.PostForms;
import jp.madoguchi.testkit.ScriptlessBrowser;

/** A member of staff at a screen without JavaScript: opens pages, fills in forms, presses buttons. */
public final class Desk {

    private static final Pattern PLAIN_DAY = Pattern.compile("(?<!例：|「)\\b\\d{4}-\\d\\d-\\d\\d\\b(?!」? のように|」のように)");

    private final ScriptlessBrowser browser;
    private String page = "";

    public Desk(TestOffice office, StaffMember member) {
        this.browser = ScriptlessBrowser.following(office.address()).withCookie(TestOffice.WHO, member.staffId());
    }

    /** Another hand at the same screen: with the same session, at the same time. */
    Desk(Desk same) {
        this.browser = same.browser;
    }

    public HttpResponse<String> open(String path) {
        var answer = read(browser.get(path));
        page = answer.body();
        return answer;
    }

    HttpResponse<byte[]> file(String path) {
        return browser.download(path, "Accept", "*/*");
    }

    /** Sends a form of the page last opened; fields are name, value, name, value. */
    public HttpResponse<String> press(String action, String... fields) {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("_csrf", List.of(token()));
        PostForms.find(page, action::equals).map(form -> form.hidden().get("_once"))
                .ifPresent(once -> all.put("_once", List.of(once)));
        for (int i = 0; i < fields.length; i += 2) {
            all.computeIfAbsent(fields[i], name -> new ArrayList<>()).add(fields[i + 1]);
        }
        var answer = read(browser.post(action, all));
        page = answer.body();
        return answer;
    }

    /** Sends a file with the form of the page last opened. */
    HttpResponse<String> send(String action, String fileName, String content) {
        return read(
                browser.post(action + "?_csrf=" + ScriptlessBrowser.encoded(token()), new MultipartBody().file("file",
                        fileName, "text/plain", content.getBytes(StandardCharsets.UTF_8))));
    }

    private String token() {
        return PostForms.token(page).orElseThrow(() -> new AssertionError("no form on the page: " + page));
    }

    /** Types this into the search of cases. */
    HttpResponse<String> search(String text) {
        open("/search");
        return press("/search", "text", text);
    }

    /** Goes back to this page, as it was when it was seen. */
    void back(String seen) {
        page = seen;
    }

    /** Days stand on no page as machines write them, but where it is told how to type one, or a file is shown as it came. */
    private static HttpResponse<String> read(HttpResponse<String> answer) {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && !answer.uri().getPath().startsWith("/reform/import/")) {
            var text = answer.body().replaceAll("(?s)<(textarea|script)\\b.*?</\\1>|<[^>]*>", " ");
            assertThat(PLAIN_DAY.matcher(text).results().map(MatchResult::group)).as("days at %s", answer.uri())
                    .isEmpty();
        }
        return answer;
    }
}
