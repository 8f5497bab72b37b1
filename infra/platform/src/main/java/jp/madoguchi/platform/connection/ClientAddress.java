package jp.madoguchi.platform.connection;

import java.util.HexFormat;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** By what a client is counted where its tries are limited. */
public final class ClientAddress {

    /** An IPv6 customer holds a whole /64 (RFC 6177), so that much of the address counts. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private ClientAddress() {}

    /** The key of whoever sent the request, as far as the connection and the trusted proxies tell. */
    public static String keyOf(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null ? "unknown" : keyOf(remote.getHostString());
    }

    static String keyOf(String address) {
        byte[] bytes = Network.bytes(address);
        return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES) + "::" : address;
    }
}
