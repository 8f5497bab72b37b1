package jp.madoguchi.bench;

import java.sql.SQLException;
import java.time.Duration;

import jp.madoguchi.bench.deployed.DeployedTown;

/** How far the back office has come with what residents handed in, read in the database. */
final class Intake {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String WAITING = "select count(*) from portal.consignment where acknowledged_at is null";
    private static final String PUBLISHED = "select count(*) from portal.procedure_version where procedure = '%s'";

    private final DeployedTown town;

    Intake(DeployedTown town) {
        this.town = town;
    }

    /** Returns once residents can apply for it; the back office publishes the procedures after its start. */
    void awaitCatalogue(String procedure) throws InterruptedException {
        await("the catalogue", PUBLISHED.formatted(procedure), 1);
    }

    /** Returns once the portal knows of every submission that the back office has it. */
    void awaitAllTaken() throws InterruptedException {
        await("the intake", WAITING, 0);
    }

    private void await(String what, String sql, int wanted) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            long found = count(sql);
            if (wanted == 0 ? found == 0 : found >= wanted) {
                return;
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(what + " has not come to an end: " + found);
            }
            Thread.sleep(PAUSE);
        }
    }

    private long count(String sql) {
        try (var connection = town.look();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
