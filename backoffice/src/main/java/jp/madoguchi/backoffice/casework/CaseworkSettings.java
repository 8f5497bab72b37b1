package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the city works its cases.
 *
 * @param lease how long a claimed case stays in someone's hands without being touched
 * @param correctionDays the period first proposed for a correction, in days
 * @param dueSoonDays up to how many business days before the due day a case counts as due soon
 * @param rows rows of a page of the queue
 * @param leaseCheck how often run-out leases are looked for
 * @param deemedAlarmDays from how many days of the calendar before a deemed refusal (みなし却下) a case is marked
 */
@ConfigurationProperties("madoguchi.casework")
public record CaseworkSettings(@DefaultValue("30m") Duration lease, @DefaultValue("14") int correctionDays,
        @DefaultValue("3") int dueSoonDays, @DefaultValue("30") int rows, @DefaultValue("20s") Duration leaseCheck,
        @DefaultValue("7") int deemedAlarmDays) {}
