package jp.madoguchi.platform.security;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Security events of an app as structured records of the logger {@code madoguchi.security}, as identity has them. They say what was
 * refused and by which rule, never to whom or about what.
 */
final class SecurityEvents {

    private static final Logger LOG = LoggerFactory.getLogger("madoguchi.security");

    private SecurityEvents() {}

    enum Event {
        LIMITED, REFUSED, FORM_EXPIRED
    }

    /** @param rule name of the limit, or the first part of the address that was refused */
    static void note(Event event, String rule) {
        var code = event.name().toLowerCase(Locale.ROOT).replace('_', '-');
        LOG.atInfo().addKeyValue("event", code).addKeyValue("rule", rule).log("security event {}", code);
    }
}
