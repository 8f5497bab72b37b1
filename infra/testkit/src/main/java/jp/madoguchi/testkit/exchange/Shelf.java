package jp.madoguchi.testkit.exchange;

import java.util.List;
import java.util.UUID;

import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.PortalExchange;
import reactor.core.publisher.Mono;

/** One of the two things that are offered until acknowledged, so that every promise is checked for both. */
enum Shelf {

    CONSIGNMENTS {
        @Override
        Mono<List<UUID>> pull(PortalExchange exchange, int limit, int waitSeconds) {
            return exchange.consignments(limit, waitSeconds)
                    .map(found -> found.stream().map(Consignment::id).toList());
        }

        @Override
        Mono<Void> acknowledge(PortalExchange exchange, List<UUID> ids) {
            return exchange.acknowledgeConsignments(new Acknowledgement(ids));
        }
    },
    FILL_EVENTS {
        @Override
        Mono<List<UUID>> pull(PortalExchange exchange, int limit, int waitSeconds) {
            return exchange.fillEvents(limit, waitSeconds).map(found -> found.stream().map(FillEvent::id).toList());
        }

        @Override
        Mono<Void> acknowledge(PortalExchange exchange, List<UUID> ids) {
            return exchange.acknowledgeFillEvents(new Acknowledgement(ids));
        }
    };

    abstract Mono<List<UUID>> pull(PortalExchange exchange, int limit, int waitSeconds);

    abstract Mono<Void> acknowledge(PortalExchange exchange, List<UUID> ids);
}
