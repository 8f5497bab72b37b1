package jp.madoguchi.platform.connection;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a program expects of its connections, to the database and from clients.
 *
 * @param probeEvery the time between two looks whether the pool of database connections still gives one
 * @param probePatience how long such a look may take before readiness is lost
 * @param head how long a client may take to send the head of a request (line and fields), and to begin the first one
 * @param body how long it may take for the body, before what has arrived earns it more time
 * @param pace bytes of a body that earn one more second; what arrives slower than that in the long run is not waited for
 * @param quiet how long a body may pause
 * @param idle how long a connection stays open between two requests; longer than proxies in front keep it for reuse, so that it is they
 * who close it
 * @param unread how long a client may read nothing of an answer that waits for it
 * @param most connections at one time, in all; at least 1
 * @param perClient connections of one client at one time, or requests of one client that a trusted proxy passes on; at least 1.
 * Clients of {@code madoguchi.shared-networks} are not counted
 */
@ConfigurationProperties("madoguchi.connection")
public record ConnectionSettings(@DefaultValue("3s") Duration probeEvery, @DefaultValue("4s") Duration probePatience,
        @DefaultValue("10s") Duration head, @DefaultValue("20s") Duration body, @DefaultValue("512B") DataSize pace,
        @DefaultValue("30s") Duration quiet, @DefaultValue("75s") Duration idle,
        @DefaultValue("60s") Duration unread, @DefaultValue("4000") int most,
        @DefaultValue("400") int perClient) {

    public ConnectionSettings {
        if (most < 1 || perClient < 1 || pace.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "madoguchi.connection.most, .per-client and .pace have to be more than 0");
        }
    }
}
