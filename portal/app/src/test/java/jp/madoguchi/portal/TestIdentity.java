package jp.madoguchi.portal;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Identity as the portal sees it over HTTP: signs in whoever is named, without asking. Stands in for the real one at the
 * border only.
 */
final class TestIdentity implements AutoCloseable {

    static final UUID HANAKO = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final RSAKey key;
    private final DisposableServer server;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile Map<String, Object> person = Map.of("sub", HANAKO.toString(), "name", "神戸 花子", "email",
            "hanako@example.jp", "realm", "resident");

    private TestIdentity() throws JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID("test").generate();
        this.server = HttpServer.create().host("127.0.0.1").port(0).route(routes -> routes
                .get("/oauth2/jwks", (request, response) -> json(response, new JWKSet(key.toPublicJWK()).toString()))
                .get("/oauth2/authorize", this::authorize).post("/oauth2/token", this::token)).bindNow();
    }

    static TestIdentity start() {
        try {
            return new TestIdentity();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The next sign-in is this person's. */
    void signsIn(UUID id, String name, String mail) {
        person = Map.of("sub", id.toString(), "name", name, "email", mail, "realm", "resident");
    }

    String exchangeToken() {
        return token(new JWTClaimsSet.Builder().subject("exchange").claim("scope", "exchange"));
    }

    String tokenWithoutScope() {
        return token(new JWTClaimsSet.Builder().subject("portal").claim("scope", "openid"));
    }

    private Mono<Void> authorize(HttpServerRequest request, HttpServerResponse response) {
        var asked = query(URI.create(request.uri()).getRawQuery());
        var code = UUID.randomUUID().toString();
        nonces.put(code, asked.getOrDefault("nonce", ""));
        return response.sendRedirect(asked.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
    }

    private Mono<Void> token(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(body -> {
            var form = query(body);
            var claims = new JWTClaimsSet.Builder().audience("portal").claim("nonce",
                    nonces.get(form.getOrDefault("code", "")));
            person.forEach(claims::claim);
            return json(response, "{\"access_token\":\"" + exchangeToken() + "\",\"token_type\":\"Bearer\","
                    + "\"expires_in\":300,\"id_token\":\"" + token(claims) + "\"}");
        });
    }

    private String token(JWTClaimsSet.Builder claims) {
        try {
            var now = Instant.now();
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                    claims.issuer(issuer()).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(600)))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> query(String text) {
        return Arrays.stream(text.split("&")).map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (one, other) -> one));
    }

    private static Mono<Void> json(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(body)).then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
