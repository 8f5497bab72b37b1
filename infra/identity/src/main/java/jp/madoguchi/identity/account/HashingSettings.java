package jp.madoguchi.identity.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many passwords are hashed, which is slow on purpose.
 *
 * @param atOnce
 *            side by side; 0 for as many as there are cores. Each takes 19 MiB and a core
 * @param waiting
 *            how many more may wait, at least 1; who comes then is told to come back
 * @param patience
 *            how long one may wait
 */
@ConfigurationProperties("madoguchi.hashing")
record HashingSettings(@DefaultValue("0") int atOnce, @DefaultValue("40") int waiting,
        @DefaultValue("8s") Duration patience) {

    HashingSettings {
        if (atOnce < 0 || waiting < 1) {
            throw new IllegalArgumentException("madoguchi.hashing.at-once may not be negative, .waiting not below 1");
        }
    }

    int workers() {
        return atOnce == 0 ? Runtime.getRuntime().availableProcessors() : atOnce;
    }
}
