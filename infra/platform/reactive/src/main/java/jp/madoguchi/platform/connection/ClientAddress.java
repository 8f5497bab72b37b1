package jp.madoguchi.platform.connection;

import jp.madoguchi.platform.network.AddressKey;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** By what a client is counted where its tries are limited. */
public final class ClientAddress {

    private ClientAddress() {}

    /** The key of whoever sent the request, as far as the connection and the trusted proxies tell. */
    public static String keyOf(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null ? "unknown" : AddressKey.of(remote.getHostString());
    }
}
