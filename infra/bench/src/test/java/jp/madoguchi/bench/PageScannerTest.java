package jp.madoguchi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

import jp.madoguchi.bench.PageScanner.Control;
import jp.madoguchi.bench.PageScanner.Form;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageScannerTest {

    private static final String PAGE = """
            <!doctype html><title>入力 > 申請</title><form method="get" action="/search"><input name="words"></form>
            <main><form method="post" action="/drafts/1/pages/a?x=1&amp;y=2" enctype="multipart/form-data" data-main novalidate>
            <input type="hidden" name="_csrf" value="a-b_c">
            <input type='hidden' name='seen' value='「5 &gt; 3」&#39;と&quot;&amp;lt;'>
            <label title="a > b">年齢 <input name="age" required value="8"></label>
            <input type="hidden" name="empty"><section><inputs name="none"></section>
            <input type=radio name=event value=birth checked/><select name="era"><option value="">-</option></select>
            <textarea name="words" rows=3>&lt;form</textarea><br><button name="_action" value="next">次へ</button></form>
            <form method="post" action=""><button>やめる</button></form></main>""";

    @Test
    void readsAFormAsATreeOfThePageHasIt() {
        var form = form(1);
        var element = Objects.requireNonNull(Jsoup.parse(PAGE).select("form").get(1));

        assertThat(form.action()).isEqualTo(element.attr("action")).isEqualTo("/drafts/1/pages/a?x=1&y=2");
        assertThat(form.controls().stream().map(Control::name))
                .containsExactlyElementsOf(element.select("input, select, textarea, button").eachAttr("name"));
        assertThat(form.controls().stream().filter(control -> control.kind().equals("hidden")).map(Control::value))
                .containsExactlyElementsOf(
                        element.select("input[type=hidden]").stream().map(field -> field.attr("value")).toList())
                .containsExactly("a-b_c", "「5 > 3」'と\"&lt;", "");
        assertThat(form.controls().stream().map(Control::kind)).containsExactly("hidden", "hidden", "text", "hidden",
                "radio", "select", "textarea", "button");
    }

    @Test
    void formsAreCountedFromNought() {
        assertThat(form(0).action()).isEqualTo("/search");
        assertThat(form(2).action()).isEmpty();
        assertThat(form(2).controls()).containsExactly(new Control("button", "", ""));
        assertThat(PageScanner.form(bytes(PAGE), 3)).isNull();
        assertThat(PageScanner.form("", 0)).isNull();
    }

    @Test
    void aPageThatBreaksOffIsReadAsFarAsItGoes() {
        for (int end = 0; end < PAGE.length(); end++) {
            var form = PageScanner.form(bytes(PAGE.substring(0, end)), 1);
            assertThat(form == null ? 0 : form.controls().size()).isBetween(0, 8);
        }
    }

    @Test
    void linksAreThoseThatMatchAsAWhole() {
        var page = "<a href=\"/cases/1\">1</a><a class=x href=\"/cases/2/decision\">2</a><a data-href=\"/cases/9\" href=\"/cases/3?a&amp;b\">3</a>";
        assertThat(PageScanner.links(page, Pattern.compile("/cases/\\d"))).containsExactly("/cases/1");
        assertThat(PageScanner.links(page, Pattern.compile("/cases/.*"))).containsExactly("/cases/1",
                "/cases/2/decision", "/cases/3?a&b");
        assertThat(PageScanner.links("<a href=\"/cases/1", Pattern.compile(".*"))).isEmpty();
    }

    private static Form form(int place) {
        return Objects.requireNonNull(PageScanner.form(bytes(PAGE), place));
    }

    /** One char a byte, as the scanner takes it. */
    private static String bytes(String page) {
        return new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
