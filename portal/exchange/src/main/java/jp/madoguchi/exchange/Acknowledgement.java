package jp.madoguchi.exchange;

import java.util.List;
import java.util.UUID;

/**
 * What is durably received.
 *
 * @param ids at most {@link PortalExchange#MOST_AT_ONCE}
 */
public record Acknowledgement(List<UUID> ids) {
    public Acknowledgement {
        ids = List.copyOf(ids);
    }
}
