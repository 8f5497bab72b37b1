package jp.madoguchi.platform.network;

import java.util.HexFormat;

/** By what a client is counted where its tries are limited. */
public final class AddressKey {

    /** An IPv6 customer holds a whole /64 (RFC 6177), so that much of the address counts. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private AddressKey() {}

    /** @param address IPv4 or IPv6; anything else is its own key */
    public static String of(String address) {
        byte[] bytes = Network.bytes(address);
        return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES) + "::" : address;
    }
}
