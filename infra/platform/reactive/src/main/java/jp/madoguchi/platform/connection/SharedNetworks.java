package jp.madoguchi.platform.connection;

import jp.madoguchi.platform.network.Network;
import java.util.List;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** Networks in which many people share few addresses, such as those of the city's offices and schools: nobody there is counted by address. */
public final class SharedNetworks {

    private final List<Network> networks;

    /**
     * @param networks addresses or networks (CIDR)
     * @throws IllegalArgumentException if one is no network
     */
    public SharedNetworks(List<String> networks) {
        this.networks = networks.stream().map(String::strip).filter(each -> !each.isEmpty()).map(Network::of).toList();
    }

    /** Whether the client that sent the request sits in one of them. */
    public boolean include(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote != null && includeAddress(remote.getHostString());
    }

    boolean includeAddress(String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
