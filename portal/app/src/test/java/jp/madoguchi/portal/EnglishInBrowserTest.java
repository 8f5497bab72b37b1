package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Readers of other languages: what is not theirs is marked as Japanese, so that a screen reader says it in Japanese and a translator
 * leaves it or takes it.
 */
class EnglishInBrowserTest {

    /**
     * Text and attributes that people read or hear, with Japanese characters in them, outside of what is marked as Japanese; values
     * that somebody typed set aside.
     */
    private static final String UNMARKED = """
            () => {
              const japanese = /[\\u3040-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef\\u3000-\\u303f]/;
              const marked = element => { const near = element.closest('[lang]'); return near && /^ja/.test(near.lang); };
              const found = [];
              const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const around = node.parentElement;
                if (japanese.test(node.data) && !['SCRIPT', 'STYLE', 'TEXTAREA'].includes(around.tagName) && !marked(around)
                    && !around.closest('.file-name, [data-typed]')) found.push(node.data.trim());
              }
              for (const element of document.querySelectorAll('[title], [aria-label], [placeholder], [alt], [data-left], [data-take]')) {
                for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'data-left', 'data-over', 'data-take', 'data-taken', 'data-unknown']) {
                  const value = element.getAttribute(name);
                  if (value && japanese.test(value) && !marked(element)) found.push(`${name}: ${value}`);
                }
              }
              return found;
            }""";

    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
        browser = Browser.launch();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void everyPublicPageSpeaksEnglishOrSaysThatItDoesNot() {
        try (var john = reader("en")) {
            for (var path : List.of("/", "/procedures", "/procedures?q=baby", "/procedures?q=xyzzy",
                    "/procedures?life=%E5%BC%95%E3%81%A3%E8%B6%8A%E3%81%97", "/tracking", "/nothing-here",
                    "/about/help",
                    "/about/privacy", "/about/accessibility", "/about/terms")) {
                john.page().navigate(portal.address() + path);
                isEnglish(john.page());
            }
            for (var procedure : SampleCatalogue.procedures()) {
                john.page().navigate(portal.address() + "/procedures/" + procedure.id());
                isEnglish(john.page());
            }
            john.page().navigate(portal.address() + "/");
            john.look("portal-home-english");
        }
    }

    @Test
    void aWholeApplicationSpeaksEnglish() {
        try (var john = reader("en")) {
            var page = john.page();
            page.navigate(portal.address() + "/procedures/jido-teate");
            page.locator("main form button.button").first().click();
            isEnglish(page);
            next(page);
            // With errors.
            assertThat(page.url()).contains("errors");
            isEnglish(page);
            choose(page, "has-spouse", "no");
            choose(page, "claimant-occupation", "employee");
            next(page);
            choose(page, "event", "birth");
            isEnglish(page);
            next(page);
            page.locator("[name='claimant-address.postal']").fill("6500001");
            page.locator("[data-address] .offer button").first().waitFor();
            isEnglish(page);
            john.look("portal-page-english");
            page.locator("[data-address] .offer button").first().click();
            isEnglish(page);
            name(page, "claimant-name");
            date(page, "claimant-birth", "1990");
            page.locator("[name='claimant-address.number']").fill("6-5-1");
            page.locator("[name='claimant-phone']").fill("078-331-8181");
            page.locator("[name='claimant-mail']").fill("john@example.jp");
            page.locator("[name='claimant-mail.again']").fill("john@example.jp");
            next(page);
            name(page, "children.r1.child-name");
            date(page, "children.r1.child-birth", "2026");
            choose(page, "children.r1.child-relation", "child");
            choose(page, "children.r1.child-together", "no");
            isEnglish(page);
            choose(page, "children.r1.child-together", "yes");
            next(page);
            choose(page, "pension", "employees");
            next(page);
            isEnglish(page);
            page.navigate(page.url().replaceAll("/pages/.*", "/review"));
            isEnglish(page);
            page.navigate(page.url().replace("/review", "/later"));
            isEnglish(page);
        }
    }

    @Test
    void easyJapaneseCanBeChosenAndIsKept() {
        try (var li = reader(null)) {
            li.page().navigate(portal.address() + "/procedures/jido-teate");
            li.page().locator("nav.languages a[hreflang=ja-x-easy]").click();
            assertThat(li.page().url()).endsWith("/procedures/jido-teate");
            assertThat(li.page().locator("html").getAttribute("lang")).isEqualTo("ja-x-easy");
            assertThat(li.page().locator("h1").innerText()).isEqualTo("児童手当（じどうてあて）を もらう");
            li.look("portal-procedure-easy");
            li.page().locator("main form button.button").first().click();
            assertThat(li.page().locator("h1").innerText()).isEqualTo("だれが 出しますか");
            assertThat(li.page().locator("main .actions button.button").first().innerText()).isEqualTo("つぎへ");
            li.look("portal-page-easy");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                  | ja | false
            ja                                 | ja | false
            en                                 | en | false
            en-GB,en;q=0.9                     | en | false
            en-US;q=0.3,ja;q=0.8               | ja | false
            zh-CN,zh;q=0.9,en;q=0.1            | en | false
            zh-CN,zh;q=0.9                     | ja | true
            vi                                 | ja | true
            en;q=0,ja                          | ja | false
            *                                  | ja | false
            fr;q=0.9,*;q=0.1                   | ja | false
            ja-x-easy                          | ja-x-easy | false
            ;;;q=                              | ja | false
            """)
    void theBrowsersLanguagesAreHeardOnAFirstVisit(String accepted, String language, boolean told) {
        var someone = new Applicant(portal);
        someone.accepting(accepted);
        someone.open("/");
        assertThat(someone.html()).contains("<html lang=\"" + language + "\">");
        assertThat(someone.html().contains("language-note")).isEqualTo(told);
        // What was chosen stays.
        someone.open("/?lang=en");
        someone.open("/");
        assertThat(someone.html()).contains("<html lang=\"en\">").doesNotContain("language-note");
    }

    private static Visitor reader(@org.jspecify.annotations.Nullable String language) {
        var visitor = browser.visitor(Screen.WIDE);
        if (language != null) {
            visitor.page().context()
                    .addCookies(List.of(new Cookie("MADOGUCHI_LANG", language).setUrl(portal.address())));
        }
        return visitor;
    }

    private static void isEnglish(Page page) {
        assertThat((List<?>) page.evaluate(UNMARKED)).as(page.url()).isEmpty();
        assertThat(page.title()).as(page.url()).matches("[\\x20-\\x7e–“”’]+");
    }

    private static void next(Page page) {
        page.locator("main .actions button[value=next]").click();
        page.waitForLoadState();
    }

    private static void choose(Page page, String name, String code) {
        page.locator("[name='" + name + "'][value='" + code + "']").check();
    }

    private static void name(Page page, String path) {
        page.locator("[name='" + path + ".family']").fill("Smith");
        page.locator("[name='" + path + ".given']").fill("John");
        page.locator("[name='" + path + ".family-kana']").fill("スミス");
        page.locator("[name='" + path + ".given-kana']").fill("ジョン");
    }

    private static void date(Page page, String path, String year) {
        page.locator("[name='" + path + ".year']").fill(year);
        page.locator("[name='" + path + ".month']").fill("4");
        page.locator("[name='" + path + ".day']").fill("1");
    }
}
