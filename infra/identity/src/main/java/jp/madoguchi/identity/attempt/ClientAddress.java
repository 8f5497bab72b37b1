package jp.madoguchi.identity.attempt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.identity.IdentitySettings;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** From where a try comes, as far as tries are counted by it. */
@Component
public class ClientAddress {

    private final List<IpAddressMatcher> officeNetworks;

    ClientAddress(IdentitySettings settings) {
        this.officeNetworks = settings.identity().officeNetworks().stream().map(IpAddressMatcher::new).toList();
    }

    /**
     * The key to count by, or empty for an office network. An IPv6 customer holds a whole /64 (RFC 6177), so that much
     * of the address counts.
     */
    public Optional<String> keyOf(String remoteAddress) {
        if (officeNetworks.stream().anyMatch(network -> network.matches(remoteAddress))) {
            return Optional.empty();
        }
        return Optional.of(prefix(remoteAddress));
    }

    /**
     * The network a try comes from, also an office's: as much of the address as one customer may be given, so that another
     * number of the same network is no new start. IPv4: /24; IPv6: /48 (RFC 6177).
     */
    public static String networkOf(String remoteAddress) {
        try {
            byte[] bytes = InetAddress.getByName(remoteAddress).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, bytes.length == 16 ? 6 : 3));
        } catch (UnknownHostException e) {
            return remoteAddress;
        }
    }

    private static String prefix(String remoteAddress) {
        if (!remoteAddress.contains(":")) {
            return remoteAddress;
        }
        try {
            byte[] bytes = InetAddress.getByName(remoteAddress).getAddress();
            return bytes.length == 16 ? Arrays.toString(Arrays.copyOf(bytes, 8)) : remoteAddress;
        } catch (UnknownHostException e) {
            return remoteAddress;
        }
    }
}
