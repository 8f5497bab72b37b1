package jp.madoguchi.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jp.madoguchi.testkit.FreePort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    private final int port = FreePort.find();

    @Test
    void isReadyOnceItAnswersAndEndsInOrderWhenAsked() throws Exception {
        try (var program = program(Integer.toString(port))) {
            assertThat(program.isAlive()).isFalse();
            assertThat(program.exitCode()).isEmpty();

            program.start();
            program.awaitReady(PATIENCE);
            assertThat(program.isAlive()).isTrue();
            assertThat(ProcessHandle.of(program.processId())).isPresent();
            assertThatThrownBy(program::start).isInstanceOf(IllegalStateException.class).hasMessageContaining("runs");

            assertThat(program.stop(PATIENCE)).isTrue();
            assertThat(program.isAlive()).isFalse();
            assertThat(program.exitCode()).isPresent();
            assertThat(program.log()).content().containsSubsequence("greeting hello", "ended in order");
        }
    }

    @Test
    void aKilledOneRunsNoHookAndCanBeStartedAgain() throws Exception {
        try (var program = program(Integer.toString(port))) {
            program.start();
            program.awaitReady(PATIENCE);
            program.kill();
            assertThat(program.exitCode()).hasValue(KILLED);
            assertThat(program.log()).content().doesNotContain("ended in order");

            program.start();
            program.awaitReady(PATIENCE);
            assertThat(program.log()).content().containsSubsequence("greeting hello", "greeting hello");
        }
    }

    @Test
    void whatEndsBeforeItIsReadyIsToldWithTheEndOfItsLog() {
        try (var program = program("no-port")) {
            program.start();
            assertThatThrownBy(() -> program.awaitReady(PATIENCE)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("small").hasMessageContaining("NumberFormatException");
        }
    }

    @Test
    void whatDoesNotAnswerInTimeIsToldToo() {
        try (var program = new ProgramProcess("small", command(Integer.toString(port)),
                URI.create("http://localhost:" + port + "/nowhere"), folder.resolve("small.log"))) {
            program.start();
            assertThatThrownBy(() -> program.awaitReady(Duration.ofSeconds(1)))
                    .hasMessageContaining("not ready within");
            assertThat(program.isAlive()).isTrue();
        }
    }

    private ProgramProcess program(String argument) {
        return new ProgramProcess("small", command(argument), URI.create("http://localhost:" + port + "/ready"),
                folder.resolve("small.log"));
    }

    private static ProgramCommand command(String argument) {
        return ProgramCommand.ofThisClassPath(SmallProgram.class).withJvmOptions(List.of("-Dgreeting=hello"))
                .withArguments(List.of(argument));
    }
}
