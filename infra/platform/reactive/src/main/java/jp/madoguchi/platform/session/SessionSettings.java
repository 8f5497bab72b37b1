package jp.madoguchi.platform.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and under which cookie this app remembers a visitor.
 *
 * @param cookieName differs per app: browsers do not keep cookies of two ports of one host apart
 * @param idle ends the session when nothing is asked for so long
 * @param longest ends the session however busy it is
 * @param touchEvery how exactly the last access is kept; saves a write per request
 * @param secure true sends the cookie over HTTPS only even when a proxy speaks HTTP to the app
 */
@ConfigurationProperties("madoguchi.session")
public record SessionSettings(String cookieName, @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest, @DefaultValue("30s") Duration touchEvery,
        @DefaultValue("false") boolean secure) {}
