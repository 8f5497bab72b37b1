package jp.madoguchi.platform.network;

import java.util.Arrays;
import java.util.List;

/**
 * The proxies whose word about a client is believed. Everybody can write {@code X-Forwarded-For}; only what a proxy of ours appended
 * is true, and that stands at the end.
 */
public final class TrustedProxies {

    private final List<Network> networks;

    /**
     * @param networks addresses or networks (CIDR) of the proxies; empty where clients connect directly
     * @throws IllegalArgumentException if one is no network
     */
    public TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(String::strip).filter(each -> !each.isEmpty()).map(Network::of).toList();
    }

    /** Whether this address, as the connection shows it, is one of the proxies. */
    public boolean trusts(String peer) {
        return networks.stream().anyMatch(network -> network.contains(peer));
    }

    /**
     * Where a request comes from: the last address on the way that is none of ours.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of {@code X-Forwarded-For} in the order of the request
     */
    public String clientOf(String peer, List<String> forwardedFor) {
        if (!trusts(peer)) {
            return peer;
        }
        var way = forwardedFor.stream().flatMap(line -> Arrays.stream(line.split(","))).map(TrustedProxies::address)
                .toList();
        var client = peer;
        for (String stop : way.reversed()) {
            if (!Network.isAddress(stop)) {
                break;
            }
            client = stop;
            if (!trusts(stop)) {
                break;
            }
        }
        return client;
    }

    /** Without the port that some proxies write, and without the brackets of IPv6. */
    private static String address(String written) {
        var text = written.strip();
        if (text.startsWith("[") && text.indexOf(']') > 0) {
            return text.substring(1, text.indexOf(']'));
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
