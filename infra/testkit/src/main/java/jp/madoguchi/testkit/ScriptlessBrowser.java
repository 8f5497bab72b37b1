package jp.madoguchi.testkit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a browser without scripts does of itself: keeps cookies, asks for pages and sends forms. Who sits before it, and
 * what is done with the pages ({@link PostForms} reads them), is the tests' own. Several threads may use it at once.
 */
public final class ScriptlessBrowser {

    /** What a person's browser asks for. */
    public static final String PAGES = "text/html,application/xhtml+xml,*/*;q=0.8";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;

    private ScriptlessBrowser(String site, Redirect redirects) {
        this.site = site;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirects)
                .connectTimeout(Duration.ofSeconds(10)).build();
    }

    /**
     * Goes where answers send it.
     *
     * @param site before every address that is only a path, such as {@code http://localhost:1234}
     */
    public static ScriptlessBrowser following(String site) {
        return new ScriptlessBrowser(site, Redirect.NORMAL);
    }

    /** Shows the answer that would send it elsewhere. */
    public static ScriptlessBrowser staying(String site) {
        return new ScriptlessBrowser(site, Redirect.NEVER);
    }

    public CookieManager cookies() {
        return cookies;
    }

    public ScriptlessBrowser withCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(site), cookie);
        return this;
    }

    /** Has the cookies of the other from now on, as another tab of the same browser has. */
    public ScriptlessBrowser withCookiesOf(ScriptlessBrowser other) {
        other.cookies.getCookieStore().getCookies()
                .forEach(cookie -> cookies.getCookieStore().add(URI.create(site), cookie));
        return this;
    }

    /** @param headers name, value, name, value; {@code Accept} is that of a browser unless it is among them */
    public HttpResponse<String> get(String address, String... headers) {
        return send(request(address, headers).GET(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> download(String address, String... headers) {
        return send(request(address, headers).GET(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String address, Map<String, List<String>> fields, String... headers) {
        return send("POST", address, FORM, BodyPublishers.ofString(encoded(fields)), headers);
    }

    public HttpResponse<String> post(String address, MultipartBody body, String... headers) {
        return send("POST", address, body.type(), BodyPublishers.ofByteArray(body.bytes()), headers);
    }

    /** What no form does: another verb, another kind of body. */
    public HttpResponse<String> send(String verb, String address, String type, BodyPublisher body, String... headers) {
        return send(request(address, headers).header("Content-Type", type).method(verb, body),
                BodyHandlers.ofString());
    }

    /** Fields as a form writes them into its body or an address. */
    public static String encoded(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : site + address))
                .timeout(TIMEOUT);
        boolean accepts = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            accepts |= headers[i].equalsIgnoreCase("Accept");
        }
        return accepts ? request : request.header("Accept", PAGES);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> how) {
        try {
            return http.send(request.build(), how);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
