package jp.madoguchi.portal.delegation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Asking somebody else to fill in a part.
 *
 * @param lifetime how long a link may be used
 * @param most how many people may be asked for one application, the repeated ones counted
 */
@ConfigurationProperties("madoguchi.errand")
record DelegationSettings(@DefaultValue("30d") Duration lifetime, @DefaultValue("40") int most) {}
