package jp.madoguchi.portal.exchange;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the back office finds the exchange.
 *
 * @param port TCP port on which the exchange, and nothing else, is served; 0 for any that is free. Without one it stands beside the
 *     pages, on the port that residents reach
 */
@ConfigurationProperties("madoguchi.exchange")
record ExchangeSettings(@Nullable Integer port) {}
