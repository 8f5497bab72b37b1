package jp.madoguchi.platform.connection;

import jp.madoguchi.platform.network.AddressKey;
import jp.madoguchi.platform.network.TrustedProxies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** A client says of itself what it likes; a proxy of ours says where it saw it. */
class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.1.0.0/16", "192.0.2.7", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // peer | X-Forwarded-For | client
            "203.0.113.9 | 198.51.100.1 | 203.0.113.9", "203.0.113.9 | 10.1.0.1 | 203.0.113.9",
            "10.1.2.3 | 198.51.100.1 | 198.51.100.1", "10.1.2.3 | 8.8.8.8, 198.51.100.1 | 198.51.100.1",
            "10.1.2.3 | 8.8.8.8, 198.51.100.1, 192.0.2.7 | 198.51.100.1",
            "10.1.2.3 | 8.8.8.8, 198.51.100.1:4711 | 198.51.100.1", "10.1.2.3 | '' | 10.1.2.3",
            "10.1.2.3 | unknown | 10.1.2.3", "10.1.2.3 | 8.8.8.8, evil.example | 10.1.2.3",
            "10.1.2.3 | 10.1.9.9, 10.1.8.8 | 10.1.9.9", "10.2.0.1 | 198.51.100.1 | 10.2.0.1",
            "192.0.2.8 | 198.51.100.1 | 192.0.2.8", "2001:db8:1:2::3 | 2001:db8:ffff::1 | 2001:db8:ffff::1",
            "2001:db8:1:2::3 | [2001:db8:ffff::1]:443 | 2001:db8:ffff::1",
            "2001:db8:2::3 | 2001:db8:ffff::1 | 2001:db8:2::3", "::ffff:10.1.2.3 | 198.51.100.1 | 198.51.100.1"})
    void theLastThatIsNoneOfOursIsTheClient(String peer, String forwardedFor, String client) {
        assertThat(proxies.clientOf(peer, forwardedFor.isEmpty() ? List.of() : List.of(forwardedFor)))
                .isEqualTo(client);
    }

    @Test
    void nobodyIsTrustedWhereNobodyIsNamed() {
        var none = new TrustedProxies(List.of(""));
        assertThat(none.trusts("127.0.0.1")).isFalse();
        assertThat(none.clientOf("127.0.0.1", List.of("8.8.8.8"))).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "example.jp", "10.0.0/8", "2001:db8::/129", "10.0.0.0/x"})
    void whatIsNoNetworkStopsTheStart(String written) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(written))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHeadersOfStrangersGoAndThoseOfProxiesAreHeard() {
        var headers = new TrustedForwardedHeaders(proxies);
        var stranger = headers.apply(request("203.0.113.9"));
        assertThat(ClientAddress.keyOf(stranger)).isEqualTo("203.0.113.9");
        assertThat(stranger.getURI().getScheme()).isEqualTo("http");
        assertThat(stranger.getURI().getHost()).isEqualTo("city.example");

        var proxied = headers.apply(request("10.1.2.3"));
        assertThat(ClientAddress.keyOf(proxied)).isEqualTo("198.51.100.1");
        assertThat(proxied.getURI().getScheme()).isEqualTo("https");
        for (var seen : List.of(stranger, proxied)) {
            assertThat(seen.getHeaders().headerNames()).noneMatch(name -> name.toLowerCase().contains("forwarded"));
        }
    }

    @Test
    void aCustomerOfIpv6IsOneHoweverManyAddressesItHas() {
        assertThat(AddressKey.of("2001:db8:1:2::3")).isEqualTo(AddressKey.of("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(AddressKey.of("2001:db8:1:3::3"));
    }

    private static MockServerHttpRequest request(String peer) {
        return MockServerHttpRequest.get("http://city.example/").remoteAddress(new InetSocketAddress(peer, 4711))
                .header("X-Forwarded-For", "8.8.8.8", "198.51.100.1").header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=9.9.9.9;host=evil.example;proto=https").header("X-Forwarded-Prefix", "/evil")
                .build();
    }
}
