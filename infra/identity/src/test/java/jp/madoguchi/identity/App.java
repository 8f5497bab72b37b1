package jp.madoguchi.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.forms.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** The portal or the back office as the authorization server sees it: a client with a secret and PKCE. */
record App(IdentityServer server, String clientId, String base) {

    private static final String VERIFIER = "a-code-verifier-that-is-long-enough-for-rfc-7636";

    static App portal(IdentityServer server) {
        return new App(server, "portal", IdentityServer.PORTAL);
    }

    static App backoffice(IdentityServer server) {
        return new App(server, "backoffice", IdentityServer.BACKOFFICE);
    }

    String authorizeAddress() {
        return "/oauth2/authorize?" + PlainBrowser.encoded(authorizeParameters());
    }

    Map<String, String> authorizeParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("scope", "openid profile email");
        parameters.put("state", "state-1");
        parameters.put("nonce", "nonce-1");
        parameters.put("redirect_uri", base + "/login/oauth2/code/identity");
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** Logs in from the app's first redirect to the code in the app's hands. */
    String logIn(PlainBrowser browser, String login, String password) {
        String counter = PlainBrowser.location(browser.get(authorizeAddress()));
        HttpResponse<String> in = browser.submit(counter, Map.of("login", login, "password", password));
        return codeIn(PlainBrowser.location(browser.get(PlainBrowser.location(in))));
    }

    String codeIn(String redirect) {
        if (!redirect.startsWith(base + "/login/oauth2/code/identity?")) {
            throw new AssertionError("not sent back to the app but to " + redirect);
        }
        Map<String, String> parameters = Arrays.stream(URI.create(redirect).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return parameters.getOrDefault("code", "");
    }

    HttpResponse<String> exchange(String code, String verifier) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "code_verifier", verifier, "redirect_uri",
                base + "/login/oauth2/code/identity"));
    }

    HttpResponse<String> token(Map<String, String> fields) {
        String basic = Base64.getEncoder()
                .encodeToString((clientId + ":" + IdentityServer.SECRET).getBytes(StandardCharsets.UTF_8));
        return new PlainBrowser(server.issuer()).post("/oauth2/token", fields, "Authorization", "Basic " + basic);
    }

    /** The ID token for a code. */
    String idToken(String code) {
        HttpResponse<String> answer = exchange(code, VERIFIER);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return text(answer, "id_token");
    }

    static Map<?, ?> json(HttpResponse<String> answer) {
        return JsonMapper.shared().readValue(answer.body(), Map.class);
    }

    /** One text of a JSON answer. */
    static String text(HttpResponse<String> answer, String name) {
        return String.valueOf(json(answer).get(name));
    }

    /** The claims of a token, after checking its signature against the published keys. */
    JWTClaimsSet claims(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWKSet keys = JWKSet.parse(new PlainBrowser(server.issuer()).get("/oauth2/jwks").body());
            if (!jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey()))) {
                throw new AssertionError("wrong signature");
            }
            return jwt.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(VERIFIER));
    }
}
