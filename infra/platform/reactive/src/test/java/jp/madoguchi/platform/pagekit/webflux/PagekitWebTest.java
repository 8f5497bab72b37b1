package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.pagekit.LanguageChoice;
import jp.madoguchi.platform.pagekit.Assets;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.pagekit.Layouts;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.pagekit.SignedIn;
import jp.madoguchi.platform.pagekit.Parts;
import jp.madoguchi.platform.pagekit.Site;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.WebSession;

import gg.jte.models.runtime.JteModel;
import jp.madoguchi.platform.problem.webflux.ProblemConfiguration;
import jp.madoguchi.platform.problem.Refusal;
import reactor.core.publisher.Mono;

/** Pages on the wire: written as UTF-8 HTML, in the language chosen, with files that may be kept for ever. */
class PagekitWebTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final WebTestClient client = WebTestClient
            .bindToApplicationContext(new AnnotationConfigApplicationContext(App.class)).build();

    @Test
    void aControllerReturnsAPage() {
        var page = client.get().uri("/hello").header(HttpHeaders.ACCEPT, BROWSER).exchange().expectStatus().isOk()
                .expectHeader().contentType("text/html;charset=UTF-8").expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(String.class).returnResult().getResponseBody();
        assertThat(page).contains("<html lang=\"ja\">").contains("<title>𠮷野さん｜見本｜まどぐち市</title>")
                .contains("本文へ移動").contains("aria-current=\"page\">あいさつ");
    }

    @Test
    void aPageMayCarryAStatus() {
        client.get().uri("/conflict").header(HttpHeaders.ACCEPT, BROWSER).exchange().expectStatus()
                .isEqualTo(HttpStatus.CONFLICT).expectHeader().contentType("text/html;charset=UTF-8");
    }

    @Test
    void aRefusalIsToldInTheLanguageOfThePage() {
        assertThat(refused("too-many-tries", "en")).contains("Please wait about 3 minutes").doesNotContain("しばらく")
                .doesNotContain("in Japanese");
        assertThat(refused("too-many-tries", "ja")).contains("しばらくお待ちください。");
    }

    @Test
    void whatNobodyTranslatedIsToldInJapaneseAndMarkedSo() {
        assertThat(refused("of-our-own", "en")).contains("told below in Japanese")
                .contains("<p lang=\"ja\">しばらくお待ちください。</p>");
    }

    private String refused(String code, String language) {
        return Objects.requireNonNull(client.get().uri("/refused/" + code).header(HttpHeaders.ACCEPT, BROWSER)
                .cookie(LanguageChoice.COOKIE, language).exchange().expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS).expectBody(String.class).returnResult().getResponseBody());
    }

    @Test
    void anErrorPageLeadsToThePageOneCameFrom() {
        assertThat(lost("/hello?q=a&b=%22")).contains("href=\"/hello?q=a&amp;b=%22\">前のページに戻る");
        assertThat(lost("/hello/../hello")).doesNotContain("前のページに戻る");
        assertThat(lost("/leave")).as("only a POST is answered there").doesNotContain("前のページに戻る");
        assertThat(lost("/nowhere")).as("the page itself").doesNotContain("前のページに戻る");
        assertThat(lost("//hello")).doesNotContain("前のページに戻る");
    }

    private String lost(String before) {
        return Objects.requireNonNull(client.get().uri("http://portal.example/nowhere")
                .header(HttpHeaders.ACCEPT, BROWSER).header("Referer", "http://portal.example" + before).exchange()
                .expectStatus().isNotFound().expectBody(String.class).returnResult().getResponseBody());
    }

    @Test
    void theLanguageChosenIsRemembered() {
        var cookie = Objects.requireNonNull(
                client.get().uri("/hello?q=犬&lang=en").exchange().expectStatus().isSeeOther().expectHeader()
                        .valueEquals("Location", "/hello?q=%E7%8A%AC").returnResult(Void.class).getResponseCookies()
                        .getFirst(LanguageChoice.COOKIE));
        client.get().uri("/hello").cookie(LanguageChoice.COOKIE, cookie.getValue()).exchange().expectBody(String.class)
                .value(page -> assertThat(page).contains("<html lang=\"en\">").contains("Skip to main content"));
        client.get().uri("/hello").cookie(LanguageChoice.COOKIE, "xx").exchange().expectBody(String.class)
                .value(page -> assertThat(page).contains("<html lang=\"ja\">"));
    }

    @Test
    void aLanguageLinkNeverLeadsToAnotherHost() {
        client.get().uri("//elsewhere.example/?lang=en").exchange().expectHeader().value("Location",
                location -> assertThat(location).doesNotStartWith("//"));
    }

    @Test
    void aMessageIsShownOnceAfterTheRedirect() {
        var session = Objects
                .requireNonNull(client.post().uri("/leave").exchange().expectStatus().isOk().returnResult(Void.class)
                        .getResponseCookies().getFirst("SESSION"));
        client.get().uri("/hello").cookie("SESSION", session.getValue()).exchange().expectBody(String.class)
                .value(page -> assertThat(page).contains("保存しました。"));
        client.get().uri("/hello").cookie("SESSION", session.getValue()).exchange().expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("保存しました。"));
    }

    @Test
    void aReaderGetsNoSession() {
        client.get().uri("/hello").exchange().expectCookie().doesNotExist("SESSION");
    }

    @Test
    void filesWithTheirFingerprintAreKeptForEver() {
        client.get().uri(Assets.url("kit/madoguchi.css")).header(HttpHeaders.ACCEPT_ENCODING, "gzip").exchange()
                .expectStatus().isOk().expectHeader().valueEquals("Content-Encoding", "gzip").expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable").expectHeader()
                .valueEquals("Content-Type", "text/css; charset=UTF-8");
        client.get().uri("/assets/kit/madoguchi.000000000000.css").exchange().expectStatus().isOk().expectHeader()
                .valueEquals("Cache-Control", "no-cache");
        client.get().uri(Assets.url(PageFrame.HTMX)).exchange().expectStatus().isOk();
    }

    @Test
    void aPostalCodeAnswersItsPlaces() {
        client.get().uri("/assets/postal/6500001").exchange().expectStatus().isOk().expectBody()
                .json("[{prefecture: '兵庫県', municipality: '神戸市中央区', town: '加納町', ward: '中央区'}]");
        client.get().uri("/assets/postal/5300001").exchange().expectBody()
                .json("[{municipality: '大阪市北区', ward: ''}]");
        client.get().uri("/assets/postal/6500000").exchange().expectBody().jsonPath("$[0].town").isEqualTo("");
        client.get().uri("/assets/postal/9999999").exchange().expectStatus().isOk().expectBody().json("[]");
        client.get().uri("/assets/postal/..%2F65").exchange().expectBody().json("[]");
    }

    @Test
    void nothingButStaticFilesIsServed() {
        for (var path : List.of("/assets/kit/../../application.yml", "/assets/kit/none.css", "/assets/webjar/x/y.class",
                "/assets/kit", "/assets/", "/assets/webjar/htmx.org/../../../x.js")) {
            client.get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    @Configuration
    @EnableWebFlux
    @Import({PagekitConfiguration.class, ProblemConfiguration.class, Pages.class})
    static class App {

        @Bean
        SiteChrome chrome() {
            return new SiteChrome() {
                @Override
                public Site site() {
                    return Site.plain("まどぐち市", "見本");
                }

                @Override
                public @Nullable SignedIn show(@Nullable Principal principal) {
                    return null;
                }

                @Override
                public List<NavItem> navigation(@Nullable Principal principal, String language) {
                    return List.of(new NavItem("あいさつ", "/hello"), new NavItem("ほか", "/hell"));
                }
            };
        }
    }

    @Controller
    static class Pages {

        @GetMapping("/hello")
        Mono<JteModel> hello(PageFrame frame) {
            return Mono.just(Layouts.resident(frame.titled("𠮷野さん"), Parts.badge(Tone.INFO, "<髙>")));
        }

        @GetMapping("/conflict")
        Mono<ResponseEntity<JteModel>> conflict(@ReadOnly PageFrame frame) {
            return Mono.just(ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(Layouts.problem(frame.titled("先に担当した人がいます"), 409, "中央 一郎さんが担当しています。", true, "",
                            List.of())));
        }

        @GetMapping("/refused/{code}")
        Mono<JteModel> refused(@PathVariable String code) {
            return Mono.error(new Refusal.TooMany(code, "しばらくお待ちください。", Duration.ofMinutes(3)));
        }

        @PostMapping("/leave")
        ResponseEntity<Void> leave(WebSession session) {
            new Flash(Tone.SUCCESS, "保存しました。").leaveIn(session.getAttributes());
            return ResponseEntity.ok().build();
        }
    }
}
