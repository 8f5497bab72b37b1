package jp.madoguchi.local;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

import jp.madoguchi.testkit.EmbeddedPostgresServer;
import jp.madoguchi.testkit.ObjectStoreServer;

/**
 * The running town: servers first, then the three programs, each in a Spring context of its own with the same settings it
 * would be given as a program of its own.
 */
final class Town implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Town.class);

    private final Deque<AutoCloseable> servers = new ArrayDeque<>();
    private final Map<Program, ConfigurableApplicationContext> programs = new EnumMap<>(Program.class);

    private Town() {}

    /** Starts everything, or nothing: what had started is stopped again before the reason is thrown. */
    static Town start(TownSettings settings) {
        var town = new Town();
        try {
            town.open(settings);
            return town;
        } catch (RuntimeException e) {
            // A refusal tells the person all there is to know; anything else is for the log.
            if (!(e instanceof TownRefused)) {
                LOG.error("The town did not start", e);
            }
            town.close();
            throw e;
        }
    }

    private void open(TownSettings settings) {
        var folder = keep(DataFolder.take(settings.dataDir()));
        EmbeddedPostgresServer.stopLeftover(folder.database());
        var taken = settings.ports().taken(settings.bindAddress());
        if (!taken.isEmpty()) {
            throw new TownRefused(String.join(System.lineSeparator(), taken));
        }
        var secrets = TownSecrets.keptIn(folder.secrets());
        var letters = new LetterBox(folder.mail(), InstantSource.system());
        keep(SmtpReceiver.start(letters, settings.ports().smtp()));
        keep(MailboxSite.start(letters, settings.bindAddress(), settings.ports().mailbox()));
        var store = keep(ObjectStoreServer.durable(folder.objects(), settings.ports().store()));
        store.ensureBucket(ObjectStoreServer.PORTAL_BUCKET);
        store.ensureBucket(ObjectStoreServer.BACKOFFICE_BUCKET);
        var postgres = keep(EmbeddedPostgresServer.durable(folder.database(), settings.ports().database()));
        var town = new TownPlan(settings, secrets, store, postgres.ensureDatabase("madoguchi"));
        startPrograms(town);
    }

    /** The back office calls the other two as soon as it lives; those two need nobody, so they start side by side. */
    private void startPrograms(TownPlan plan) {
        try (var starters = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("starter-", 1).factory())) {
            var identity = CompletableFuture.supplyAsync(() -> Program.IDENTITY.run(plan), starters);
            var portal = CompletableFuture.supplyAsync(() -> Program.PORTAL.run(plan), starters);
            try {
                programs.put(Program.IDENTITY, identity.join());
                programs.put(Program.PORTAL, portal.join());
            } catch (CompletionException e) {
                identity.thenAccept(ConfigurableApplicationContext::close);
                portal.thenAccept(ConfigurableApplicationContext::close);
                throw e;
            }
            programs.put(Program.BACKOFFICE, Program.BACKOFFICE.run(plan));
        }
    }

    private <T extends AutoCloseable> T keep(T server) {
        servers.push(server);
        return server;
    }

    /** Stops the programs in the reverse order of their start, then the servers. Goes on when one of them fails to stop. */
    @Override
    public void close() {
        for (var program : Program.STOP_ORDER) {
            var context = programs.remove(program);
            if (context != null) {
                close(context);
            }
        }
        while (!servers.isEmpty()) {
            close(servers.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not stop properly", part, e);
        }
    }
}
