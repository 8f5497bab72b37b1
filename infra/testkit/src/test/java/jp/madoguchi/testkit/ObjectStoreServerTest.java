package jp.madoguchi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;

class ObjectStoreServerTest {

    @Test
    void answersButRefusesStrangers() throws IOException, InterruptedException {
        var store = ObjectStoreServer.shared();

        try (var http = HttpClient.newHttpClient()) {
            var list = HttpRequest.newBuilder(URI.create(store.endpoint() + "/madoguchi-portal")).build();
            var write = HttpRequest.newBuilder(URI.create(store.endpoint() + "/madoguchi-portal/stray"))
                    .PUT(HttpRequest.BodyPublishers.ofString("stray")).build();
            for (var request : List.of(list, write)) {
                assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
            }
        }
    }
}
