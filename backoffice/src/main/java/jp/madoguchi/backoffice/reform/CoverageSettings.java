package jp.madoguchi.backoffice.reform;

import java.time.LocalDate;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the city decided about its coverage rate.
 *
 * @param counted the ways of completing a procedure that count as smart
 * @param target the rate aimed at, by applications, over 0 to 1
 * @param targetDay the day by which it is to be reached (end of 令和7年度)
 */
@ConfigurationProperties("madoguchi.coverage")
public record CoverageSettings(@DefaultValue("online") Set<Way> counted, @DefaultValue("0.7") double target,
        @DefaultValue("2026-03-31") LocalDate targetDay) {

    public CoverageSettings {
        counted = Set.copyOf(counted);
        if (!(target > 0 && target <= 1)) {
            throw new IllegalArgumentException("madoguchi.coverage.target must be over 0 and at most 1: " + target);
        }
    }
}
