package jp.madoguchi.backoffice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.Areas;
import jp.madoguchi.platform.connection.Uncancellable;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes the pages of costly areas ({@link Area#costly}) a few at a time, so that connections are left for everybody's daily work, and of
 * one person fewer still. A request is worked to its end whoever leaves; so that somebody who loads a page over and over does not
 * fill the pool with work for nobody, one whose client is gone before its turn is not begun.
 */
@Component
class CostlyPages implements WebFilter, Ordered {

    /** Of all connections, the part that these pages may take at the same time. */
    private static final int PART = 4;
    private static final List<String> OUTCOMES = List.of("begun", "left", "refused", "late");
    private static final int WAITING_OF_ONE = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final Areas areas;
    private final Map<String, Counter> outcomes;
    private final FairGate gate;

    CostlyPages(Areas areas, MeterRegistry meters, @Value("${spring.r2dbc.pool.max-size}") int connections) {
        this.areas = areas;
        this.outcomes = OUTCOMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(),
                outcome -> Counter.builder("madoguchi.costly.pages").tag("outcome", outcome)
                        .description("Pages that are made a few at a time, by what became of them").register(meters)));
        int most = Math.max(1, connections / PART);
        this.gate = new FairGate(most, Math.max(1, most / 2), WAITING_OF_ONE);
        Gauge.builder("madoguchi.costly.pages.waiting", gate, FairGate::waiting)
                .description("Such pages that wait for their turn").register(meters);
    }

    FairGate gate() {
        return gate;
    }

    /** Behind the security chain: the person is known. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        boolean costly = request.getMethod() == HttpMethod.GET
                && areas.of(request.getPath().value()).filter(Area::costly).isPresent();
        return costly
                ? exchange.getPrincipal().map(Principal::getName).defaultIfEmpty("")
                        .flatMap(who -> inTurn(who, exchange, chain))
                : chain.filter(exchange);
    }

    private Mono<Void> inTurn(String who, ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.deferContextual(context -> Mono.usingWhen(
                gate.enter(who).timeout(TIMEOUT)
                        .takeUntilOther(Uncancellable.left(context).doOnSuccess(left -> count("left")))
                        .doOnNext(ticket -> count("begun")).onErrorMap(FairGate.Full.class, full -> tooMany())
                        .onErrorMap(TimeoutException.class, late -> busy()),
                ticket -> chain.filter(exchange), FairGate.Ticket::leave));
    }

    private Refusal tooMany() {
        count("refused");
        return new Refusal.TooMany("page-loads", "同じ画面の読み込みがいくつも重なっています。数秒待ってから、もう一度開いてください。", AGAIN);
    }

    private Refusal busy() {
        count("late");
        return new Refusal.Unavailable("pages-busy", "集計や一覧の画面が混み合っています。少し待ってから、もう一度開いてください。", AGAIN);
    }

    private void count(String outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }
}
