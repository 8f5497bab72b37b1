package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownSettingsTest {

    @Test
    void usualAddressesUnlessToldOtherwise() {
        var settings = TownSettings.read("--madoguchi.ports.portal=8090");

        assertThat(settings.portalUrl()).isEqualTo("http://localhost:8090");
        assertThat(settings.identityUrl()).isEqualTo("http://localhost:9000");
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void aPortThatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> TownSettings.read("--madoguchi.ports.mailbox=70000")).isInstanceOf(TownRefused.class)
                .hasMessageContaining("madoguchi.ports.mailbox").hasMessageContaining("70000");
    }

    @Test
    void aTakenPortIsToldInOneLineWithTheSettingThatChangesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = TownSettings.read(TestPorts.arguments("portal", other.getLocalPort()));

            assertThat(settings.ports().taken("127.0.0.1")).singleElement().asString().doesNotContain("\n")
                    .contains("ポート " + other.getLocalPort() + " は使用中です").contains("--madoguchi.ports.portal=");
        }
    }

    @Test
    void aProgramThatIsNotBuiltIsRefusedWithItsJar(@TempDir Path folder) {
        var settings = TownSettings.read("--madoguchi.jars.portal=" + folder.resolve("portal-exec.jar"));

        assertThatThrownBy(() -> UnpackedProgram.of(Program.PORTAL, settings.jar(Program.PORTAL), folder,
                settings.trainer())).isInstanceOf(TownRefused.class).hasMessageContaining("portal-exec.jar");
        assertThatThrownBy(() -> settings.jar(Program.IDENTITY)).isInstanceOf(TownRefused.class)
                .hasMessageContaining("madoguchi.jars.identity");
    }

    @Test
    void twoTownsCannotShareOneDataFolder(@TempDir Path folder) {
        try (var first = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(TownRefused.class)
                    .hasMessageContaining("madoguchi.data-dir");
            assertThat(first.mail()).isEqualTo(folder.resolve("mail"));
        }
        DataFolder.take(folder).close();
    }

    @Test
    void secretsAreDrawnOnceAndKept(@TempDir Path folder) {
        var first = TownSecrets.keptIn(folder.resolve("secrets.properties"));
        var second = TownSecrets.keptIn(folder.resolve("secrets.properties"));
        var elsewhere = TownSecrets.keptIn(folder.resolve("other.properties"));

        assertThat(second).isEqualTo(first).isNotEqualTo(elsewhere);
        assertThat(folder.resolve("secrets.properties").toFile()).content().doesNotContain("\n\n");
    }
}
