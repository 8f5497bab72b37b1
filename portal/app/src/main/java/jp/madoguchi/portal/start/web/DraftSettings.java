package jp.madoguchi.portal.start.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many applications are begun. Whoever has begun as many as this may begin another one each time a span has passed.
 *
 * @param perClient without an account, at one client: a whole class, or the visitors of a counter, may share one
 * @param clientAgain the span there
 * @param perAccount with one account
 * @param accountAgain the span there
 */
@ConfigurationProperties("madoguchi.drafts")
record DraftSettings(@DefaultValue("100") int perClient, @DefaultValue("20s") Duration clientAgain,
        @DefaultValue("50") int perAccount, @DefaultValue("1m") Duration accountAgain) {}
