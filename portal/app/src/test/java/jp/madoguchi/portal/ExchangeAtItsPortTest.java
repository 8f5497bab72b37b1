package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import jp.madoguchi.testkit.FreePort;
import org.junit.jupiter.api.Test;

/** The whole portal with a port of its own for the back office, as a city runs it. */
class ExchangeAtItsPortTest {

    private static final String CONSIGNMENTS = "/exchange/v1/consignments?limit=1&waitSeconds=0";

    @Test
    void theBackOfficeIsServedThereAndResidentsElsewhere() throws Exception {
        int exchange = FreePort.find();
        try (var portal = PortalServer.startWith(Map.of("madoguchi.exchange.port", Integer.toString(exchange)))) {
            var token = portal.identity().exchangeToken();

            assertThat(status("http://localhost:" + exchange + CONSIGNMENTS, token)).isEqualTo(200);
            assertThat(status("http://localhost:" + exchange + CONSIGNMENTS, "none")).isEqualTo(401);
            assertThat(status("http://localhost:" + exchange + "/", token)).isEqualTo(404);
            assertThat(status(portal.address() + CONSIGNMENTS, token)).isEqualTo(404);
            assertThat(status(portal.address() + "/", "none")).isEqualTo(200);
        }
    }

    private static int status(String address, String token) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json, text/html")
                    .header("Authorization", "Bearer " + token).build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
