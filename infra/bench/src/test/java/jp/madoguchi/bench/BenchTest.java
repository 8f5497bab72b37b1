package jp.madoguchi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class BenchTest {

    @Test
    void onlyTownsOnThisMachineAreMeasured() throws Exception {
        assertThat(Options.ofThisMachine(URI.create("http://localhost:8080/x"))).hasPath("/x");
        assertThat(Options.ofThisMachine(URI.create("http://127.0.0.1"))).hasHost("127.0.0.1");
        assertThatThrownBy(() -> Options.ofThisMachine(URI.create("http://192.0.2.1/")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("this machine");
        assertThat(say("load", "--portal", "http://192.0.2.1")).startsWith("2 only towns on this machine");
        assertThat(say("load", "--db", "jdbc:postgresql://192.0.2.1:5432/x")).startsWith("2 only towns");
    }

    @Test
    void badOptionsGetAClearAnswer() throws Exception {
        assertThat(say()).startsWith("2 usage:");
        assertThat(say("help")).startsWith("0 usage:");
        assertThat(say("load", "--journeys", "0")).contains("--journeys must be from 1 to 100000");
        assertThat(say("deployed", "--journey", "5")).startsWith("2 no option --journey here; there are --journeys");
        assertThat(say("deployed", "--raw", "perhaps")).contains("--raw must be one of yes, no");
        assertThat(say("deployed", "--jfr", "/no/such/folder")).contains("--jfr must be a folder that is there");
        assertThat(say("deployed", "--root", "/no/such/folder")).contains("no *-exec.jar").contains("mvn");
        assertThat(say("idle", "--minutes", "0")).contains("--minutes must be from 1");
        assertThat(say("endure", "--procedure", "no-such")).contains("no procedure of the sample catalogue: no-such");
        assertThat(say("load", "journeys")).contains("expected --name value");
    }

    @Test
    void fillsAFormAsAResidentWould() {
        var form = Jsoup
                .parse("""
                        <form enctype="multipart/form-data"><input type="hidden" name="_csrf" value="t">
                        <input type="hidden" name="activeMillis" value="">
                        <input type="radio" name="event" value="moved-in"><input type="radio" name="event" value="birth">
                        <input name="children.r1.child-name.family"><select name="claimant-birth.era"><option value="">-</option>
                        <option value="H">平成</option><option value="AD">西暦</option></select>
                        <input type="checkbox" name="truth" value="yes"><input type="file" name="identity">
                        <input type="file" name="bankbook"><button name="_action" value="back">戻る</button></form>""")
                .selectFirst("form");
        var posted = Errand.usual().answers().into(Objects.requireNonNull(form)).described();

        assertThat(posted).isEqualTo(List.of("_csrf=t", "activeMillis=", "event=birth",
                "children.r1.child-name.family=神戸", "claimant-birth.era=AD", "truth=yes", "identity:書類.png",
                "bankbook:"));
    }

    private static String say(String... args) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        int status = Bench.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return status + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
