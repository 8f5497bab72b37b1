package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void kill() {
        process.destroyForcibly();
    }

    @Test
    void whatWasRecordedIsStoppedByTheNextTown() {
        new Leftovers(folder).record(Program.PORTAL, process.pid());

        new Leftovers(folder).stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void anotherProcessWithTheSameNumberIsLeftAlone() throws IOException {
        new Leftovers(folder).record(Program.PORTAL, process.pid());
        Files.writeString(folder.resolve("portal.pid"), process.pid() + " 1000 portal");

        new Leftovers(folder).stop();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aRecordThatBrokeOffStopsNobody() throws IOException {
        Files.writeString(folder.resolve("identity.pid"), Long.toString(process.pid()));
        Files.writeString(folder.resolve("portal.pid"), "");

        new Leftovers(folder).stop();

        assertThat(process.isAlive()).isTrue();
    }
}
