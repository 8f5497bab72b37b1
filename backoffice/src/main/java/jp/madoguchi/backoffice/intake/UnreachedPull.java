package jp.madoguchi.backoffice.intake;

import java.time.Duration;
import jp.madoguchi.backoffice.casework.Unreached;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the portal every few minutes whom its mails do not reach. */
@Component
class UnreachedPull extends PeriodicWork {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final PortalExchange portal;
    private final Unreached unreached;

    UnreachedPull(PortalExchange portal, Unreached unreached) {
        super(EVERY);
        this.portal = portal;
        this.unreached = unreached;
    }

    @Override
    protected Mono<?> round() {
        return portal.unreachedApplicants().timeout(TIMEOUT).flatMap(unreached::learn);
    }
}
