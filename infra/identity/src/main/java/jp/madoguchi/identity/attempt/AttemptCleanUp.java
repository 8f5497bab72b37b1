package jp.madoguchi.identity.attempt;

import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes counts that no policy remembers any more; any number of nodes may do so at once. */
@Component
class AttemptCleanUp {

    private final JdbcAttempts attempts;

    AttemptCleanUp(JdbcAttempts attempts) {
        this.attempts = attempts;
    }

    @Scheduled(cron = "0 17 * * * *")
    void sweep() {
        attempts.sweep();
    }
}
