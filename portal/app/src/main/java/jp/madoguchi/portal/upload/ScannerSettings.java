package jp.madoguchi.portal.upload;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner.
 *
 * @param host where clamd listens; null, or empty, for no scanner
 * @param port its TCP port
 * @param timeout the longest a verdict may take, waiting for a free connection included
 * @param atOnce most files it is asked about at one time, at least 1; clamd itself takes as many as its {@code MaxThreads}
 */
@ConfigurationProperties("madoguchi.upload.scanner")
record ScannerSettings(@Nullable String host, @DefaultValue("3310") int port, @DefaultValue("30s") Duration timeout,
        @DefaultValue("8") int atOnce) {}
