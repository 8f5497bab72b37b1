package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.platform.security.StaffMember;

/** A member of staff at a screen without JavaScript: opens pages, fills in forms, presses buttons. */
public final class Desk {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern PLAIN_DAY = Pattern.compile("(?<!例：|「)\\b\\d{4}-\\d\\d-\\d\\d\\b(?!」? のように|」のように)");
    private static final Pattern ONCE = Pattern.compile("name=\"_once\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient http;
    private String page = "";

    public Desk(TestOffice office, StaffMember member) {
        this.address = office.address();
        var cookies = new CookieManager();
        var who = new HttpCookie(TestOffice.WHO, member.staffId());
        who.setPath("/");
        who.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), who);
        this.http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Another hand at the same screen: with the same session, at the same time. */
    Desk(Desk same) {
        this.address = same.address;
        this.http = same.http;
    }

    public HttpResponse<String> open(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(address + path)).GET());
        page = answer.body();
        return answer;
    }

    HttpResponse<byte[]> file(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Sends a form of the page last opened; fields are name, value, name, value. */
    public HttpResponse<String> press(String action, String... fields) {
        var token = CSRF.matcher(page);
        assertThat(token.find()).as("a form on the page: %s", page).isTrue();
        var body = new ArrayList<String>();
        body.add("_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        var form = Pattern
                .compile("<form[^>]* action=\"" + Pattern.quote(action) + "\"[^>]*>.*?</form>", Pattern.DOTALL)
                .matcher(page).results().map(found -> ONCE.matcher(found.group())).filter(Matcher::find).findFirst();
        form.ifPresent(once -> body.add("_once=" + once.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        var answer = send(HttpRequest.newBuilder(URI.create(address + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
        page = answer.body();
        return answer;
    }

    /** Sends a file with the form of the page last opened. */
    HttpResponse<String> send(String action, String fileName, String content) {
        var token = CSRF.matcher(page);
        assertThat(token.find()).as("a form on the page: %s", page).isTrue();
        return send(HttpRequest
                .newBuilder(URI.create(address + action + "?_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                .header("Content-Type", "multipart/form-data; boundary=xxDESKxx")
                .POST(HttpRequest.BodyPublishers
                        .ofString("--xxDESKxx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--xxDESKxx--\r\n")));
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
    private static void readsLikeTheCityWrites(HttpResponse<String> answer) {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && !answer.uri().getPath().startsWith("/reform/import/")) {
            var read = answer.body().replaceAll("(?s)<(textarea|script)\\b.*?</\\1>|<[^>]*>", " ");
            assertThat(PLAIN_DAY.matcher(read).results().map(MatchResult::group)).as("days at %s", answer.uri())
                    .isEmpty();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.header("Accept", "text/html").timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString());
            readsLikeTheCityWrites(answer);
            return answer;
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }
}
