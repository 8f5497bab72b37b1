package jp.madoguchi.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The two endpoints of identity the apps call themselves, with a person to sign in chosen by the test. */
final class StubIdentity implements AutoCloseable {

    private final RSAKey key;
    private final DisposableServer server;
    private volatile Map<String, Object> person = Map.of();
    private volatile String nonce = "";
    private volatile String tokenRequest = "";
    private volatile String appRequest = "";
    private volatile String ended = "{\"asOf\":\"2026-01-01T00:00:00Z\",\"signIns\":[],\"accounts\":[]}";

    StubIdentity() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        server = HttpServer.create().host("localhost").port(0).route(paths -> paths
                .get("/oauth2/jwks", (request, response) -> json(response, new JWKSet(key.toPublicJWK()).toString()))
                .get("/sign-ins/ended", (request, response) -> json(response, ended))
                .post("/oauth2/token", (request, response) -> request.receive().aggregate().asString()
                        .flatMap(form -> {
                            if (form.contains("grant_type=client_credentials")) {
                                appRequest = form;
                            } else {
                                tokenRequest = form;
                            }
                            return json(response, tokens());
                        })))
                .bindNow();
    }

    String issuer() {
        return "http://localhost:" + server.port();
    }

    void willSignIn(Map<String, Object> claims, String nonceOfRequest) {
        person = claims;
        nonce = nonceOfRequest;
    }

    /** Says from now on that these have ended. */
    void ends(List<String> signIns, List<String> accounts) {
        ended = JsonMapper.shared().writeValueAsString(
                Map.of("asOf", Instant.now().toString(), "signIns", signIns, "accounts", accounts));
    }

    /** The form an app posted for a token of its own. */
    String appRequest() {
        return appRequest;
    }

    /** The form the app posted for its tokens. */
    String tokenRequest() {
        return tokenRequest;
    }

    String token(String audience, Map<String, Object> claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().issuer(issuer())
                .audience(audience)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        claims.forEach(set::claim);
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), set.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return jwt.serialize();
    }

    private String tokens() {
        Map<String, Object> claims = new HashMap<>(person);
        claims.put("nonce", nonce);
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":300,"scope":"openid","id_token":"%s"}"""
                .formatted(token("portal", Map.of("sub", "x", "scope", "exchange")), token("portal", claims));
    }

    private static Mono<Void> json(HttpServerResponse response, String body) {
        return response.header(HttpHeaders.CONTENT_TYPE, "application/json").sendString(Mono.just(body)).then();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }
}
