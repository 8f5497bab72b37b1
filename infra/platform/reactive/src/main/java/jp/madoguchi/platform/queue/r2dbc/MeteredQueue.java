package jp.madoguchi.platform.queue.r2dbc;

import java.util.function.Supplier;
import jp.madoguchi.platform.queue.QueueStatus;
import reactor.core.publisher.Mono;

/**
 * A queue whose depth those who run the program see; a bean per queue.
 *
 * @param name as the meters call it
 * @param status looked up anew with each call
 */
public record MeteredQueue(String name, Supplier<Mono<QueueStatus>> status) {}
