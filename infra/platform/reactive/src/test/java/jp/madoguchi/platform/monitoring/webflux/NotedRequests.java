package jp.madoguchi.platform.monitoring.webflux;

import jp.madoguchi.platform.monitoring.RequestId;
import org.springframework.web.server.ServerWebExchange;

/** Requests as they are once they have come through the server. */
public final class NotedRequests {

    private NotedRequests() {}

    /** Gives the request of this exchange an id. @return it */
    public static String note(ServerWebExchange exchange) {
        var id = RequestId.fresh();
        exchange.getAttributes().put(RequestIds.ATTRIBUTE, new RequestNote(id));
        return id.value();
    }
}
