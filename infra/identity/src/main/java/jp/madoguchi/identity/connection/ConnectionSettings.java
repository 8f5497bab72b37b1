package jp.madoguchi.identity.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a client may use; how many connections there are in all is a setting of the server.
 *
 * @param head
 *            how long the head of a request may take to arrive
 * @param request
 *            how long a body may take to arrive and be answered; longer than the server keeps a connection between two requests
 * @param perClient
 *            connections of one address at one time, trusted proxies and office networks excepted; at least 1
 */
@ConfigurationProperties("madoguchi.connection")
record ConnectionSettings(@DefaultValue("10s") Duration head, @DefaultValue("90s") Duration request,
        @DefaultValue("400") int perClient) {

    ConnectionSettings {
        if (perClient < 1) {
            throw new IllegalArgumentException("madoguchi.connection.per-client may not be below 1");
        }
    }
}
