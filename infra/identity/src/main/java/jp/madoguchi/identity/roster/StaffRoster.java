package jp.madoguchi.identity.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.roster.RosterFile.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the accounts of staff what the roster says, at every start: who is new gets an account (and sets a password
 * through the mailed link), who moved gets the new office and roles, who is gone is out at once.
 */
@Component
@ConditionalOnProperty("madoguchi.identity.staff-roster")
class StaffRoster implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StaffRoster.class);

    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Path file;

    StaffRoster(Accounts accounts, TransactionTemplate transaction, InstantSource clock, IdentitySettings settings) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
        String roster = settings.identity().staffRoster();
        this.file = Path.of(roster == null ? "" : roster);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<Entry> entries = read();
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            entries.forEach(entry -> accounts.enrol(entry.login(), entry.mail().value(), entry.name(), entry.post(),
                    now));
            int closed = accounts.closeStaffExcept(entries.stream().map(Entry::login).collect(Collectors.toSet()),
                    now);
            LOG.info("staff roster: {} people, {} accounts closed", entries.size(), closed);
        });
    }

    private List<Entry> read() throws IOException {
        try {
            return RosterFile.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("madoguchi.identity.staff-roster " + file + ": " + e.getMessage(), e);
        }
    }
}
