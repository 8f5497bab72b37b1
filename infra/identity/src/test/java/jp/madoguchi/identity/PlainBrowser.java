package jp.madoguchi.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of few words: keeps cookies, fills in forms, and follows redirects only where told. */
final class PlainBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    PlainBrowser(String site) {
        this.site = site;
    }

    CookieManager cookies() {
        return cookies;
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(on(address)).header("Accept", "text/html,*/*;q=0.8");
        return send((headers.length == 0 ? request : request.headers(headers)).GET().build());
    }

    /** Opens the page, fills its form in, and sends it. */
    HttpResponse<String> submit(String address, Map<String, String> fields) {
        return submitFrom(address, address, fields);
    }

    /** Opens a page and sends a form of it that goes to another address. */
    HttpResponse<String> submitFrom(String page, String address, Map<String, String> fields) {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return post(address, all);
    }

    /** As {@link #submit}, with more headers. */
    HttpResponse<String> submitWith(String address, Map<String, String> fields, String... headers) {
        Matcher token = FORM_TOKEN.matcher(get(address).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return post(address, all, headers);
    }

    /** Opens the page and reads the token of its form. */
    String formToken(String page) {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return token.group(1);
    }

    HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(on(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** Where an answer sends the browser. */
    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " without Location: " + answer.body()));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI on(String address) {
        return URI.create(address.startsWith("http") ? address : site + address);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
