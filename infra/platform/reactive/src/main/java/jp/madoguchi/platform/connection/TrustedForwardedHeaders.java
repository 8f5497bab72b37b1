package jp.madoguchi.platform.connection;

import jp.madoguchi.platform.network.TrustedProxies;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Takes the client's address and scheme from {@code X-Forwarded-*} where a trusted proxy sent them, and removes those headers in any
 * case. {@code Forwarded} (RFC 7239) is never read: our proxies write the others, so who sends it is a client that wants to be somebody
 * else; nor is a prefix, which nobody of ours writes.
 */
final class TrustedForwardedHeaders extends ForwardedHeaderTransformer {

    private static final String FOR = "X-Forwarded-For";

    private final TrustedProxies proxies;
    private final ForwardedHeaderTransformer remover = new ForwardedHeaderTransformer();

    TrustedForwardedHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
        remover.setRemoveOnly(true);
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        var peer = remote == null
                ? ""
                : remote.getAddress() == null
                        ? remote.getHostString()
                        : remote.getAddress().getHostAddress();
        if (!proxies.trusts(peer)) {
            return remover.apply(request);
        }
        List<String> way = request.getHeaders().getOrEmpty(FOR);
        return super.apply(request.mutate().headers(headers -> only(headers, proxies.clientOf(peer, way))).build());
    }

    private static void only(HttpHeaders headers, String client) {
        headers.remove("Forwarded");
        headers.remove("X-Forwarded-Prefix");
        headers.remove("X-Forwarded-Ssl");
        headers.set(FOR, client);
    }
}
