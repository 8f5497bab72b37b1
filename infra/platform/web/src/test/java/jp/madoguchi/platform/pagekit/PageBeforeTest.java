package jp.madoguchi.platform.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class PageBeforeTest {

    private static final List<PathPattern> PAGES = Stream.of("/", "/procedures", "/procedures/{id}", "/tracking/{id}")
            .map(PathPatternParser.defaultInstance::parse).toList();
    private static final URI ASKED = URI.create("https://portal.example/nope?x=1");

    @ParameterizedTest
    @CsvSource({"https://portal.example/, /", "https://portal.example/procedures, /procedures",
            "https://portal.example/procedures?q=%E7%8A%AC&tag=a, /procedures?q=%E7%8A%AC&tag=a",
            "https://portal.example:443/procedures/jido-teate#top, /procedures/jido-teate",
            "HTTPS://PORTAL.EXAMPLE/procedures, /procedures",
            "https://portal.example/tracking/%E3%81%82?a=//evil.example, /tracking/%E3%81%82?a=//evil.example"})
    void aPageOfThisSiteIsAWayBack(String referer, String way) {
        assertThat(before(referer)).containsExactly(way);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "/procedures", "about:blank", "null", "javascript:alert(1)", "data:text/html,x",
            "mailto:a@portal.example", "https:portal.example/procedures", "https:///procedures",
            "https://portal.example",
            "http://portal.example/procedures", "https://portal.example:8443/procedures",
            "https://portal.example:80/procedures",
            "https://evil.example/procedures", "https://portal.example.evil.example/procedures",
            "https://evil.example/https://portal.example/procedures", "https://portal.example@evil.example/procedures",
            "https://a:b@portal.example/procedures", "https://portal.example\\@evil.example/procedures",
            "https://portal.example//evil.example/procedures", "https://portal.example//procedures",
            "https://portal.example/\\evil.example", "https://portal.example/procedures/../..//evil.example",
            "https://portal.example/procedures/../procedures", "https://portal.example/procedures\r\nLocation: x",
            "https://portal.example/procedures\u0000", "https://portal.example/<script>", "https://portal.example/%zz",
            "https://portal.example/never-a-page", "https://portal.example/procedures/x/y", "https://[::1/procedures",
            "//portal.example/procedures", "ftp://portal.example/procedures", "https://ｐortal.example/procedures"})
    void anythingElseIsNone(@Nullable String referer) {
        assertThat(before(referer)).isEmpty();
    }

    @Test
    void tooLongIsNone() {
        assertThat(before("https://portal.example/procedures?q=" + "x".repeat(2000))).isEmpty();
    }

    @Test
    void aPageIsNoWayBackToItself() {
        var asked = URI.create("https://portal.example/procedures/inu?a=1");
        assertThat(PageBefore.of(asked.toString(), asked, true, PAGES)).isEmpty();
        assertThat(PageBefore.of("https://portal.example/procedures/inu", asked, true, PAGES))
                .contains("/procedures/inu");
        // The form that was refused stands at the same address.
        assertThat(PageBefore.of(asked.toString(), asked, false, PAGES)).contains("/procedures/inu?a=1");
    }

    @Test
    void anotherPortIsAnotherSite() {
        var asked = URI.create("http://localhost:8080/nope");
        assertThat(PageBefore.of("http://localhost:8080/procedures", asked, true, PAGES)).contains("/procedures");
        assertThat(PageBefore.of("http://localhost:8081/procedures", asked, true, PAGES)).isEmpty();
        assertThat(PageBefore.of("http://localhost/procedures", asked, true, PAGES)).isEmpty();
    }

    private static List<String> before(@Nullable String referer) {
        return PageBefore.of(referer, ASKED, true, PAGES).stream().toList();
    }
}
