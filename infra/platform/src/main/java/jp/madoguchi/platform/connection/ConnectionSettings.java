package jp.madoguchi.platform.connection;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a program expects of its connections.
 *
 * @param probeEvery the time between two looks whether the pool of database connections still gives one
 * @param probePatience how long such a look may take before readiness is lost
 */
@ConfigurationProperties("madoguchi.connection")
public record ConnectionSettings(@DefaultValue("3s") Duration probeEvery, @DefaultValue("4s") Duration probePatience) {}
