package jp.madoguchi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import jp.madoguchi.bench.Surfer.Seen;
import jp.madoguchi.bench.Surfer.Stopped;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class LearntFormsTest {

    private static final String SELECTOR = "form[data-main]";

    private final LearntForms forms = new LearntForms();
    private final AtomicInteger learnt = new AtomicInteger();

    @Test
    void aFormMetAgainIsFilledFromWhatWasLearntAndFromThePage() {
        assertThat(forms.fill("page", page("1", "a", ""), SELECTOR, this::type).data().described())
                .containsExactly("_csrf=a", "seen=", "name=花子");
        forms.close();
        var again = forms.fill("page", page("2", "b&amp;c", ""), SELECTOR, this::type);

        assertThat(learnt).hasValue(1);
        assertThat(again.action()).isEqualTo("/drafts/2");
        assertThat(again.multipart()).isTrue();
        assertThat(again.data().described()).containsExactly("_csrf=b&c", "seen=", "name=花子");
    }

    @Test
    void anotherLookIsLearntUntilAllIsKnown() {
        forms.fill("page", page("1", "a", ""), SELECTOR, this::type);
        forms.fill("page", page("1", "a", "<input name='age'>"), SELECTOR, this::type);
        assertThat(learnt).hasValue(2);

        forms.close();
        forms.fill("page", page("1", "a", "<input name='age'>"), SELECTOR, this::type);
        assertThatThrownBy(() -> forms.fill("page", page("1", "a", "<input name='height'>"), SELECTOR, this::type))
                .isInstanceOf(Stopped.class).hasMessageContaining("looks other");
        assertThatThrownBy(() -> forms.fill("other", page("1", "a", ""), SELECTOR, this::type))
                .isInstanceOf(Stopped.class);
    }

    @Test
    void aPageWithoutTheFormStopsTheWay() {
        assertThatThrownBy(() -> forms.fill("page", page("1", "a", ""), "form.none", this::type))
                .isInstanceOf(Stopped.class).hasMessageContaining("no form");
    }

    private FormData type(Element form) {
        learnt.incrementAndGet();
        var data = new FormData();
        form.select("input[type=hidden]").forEach(field -> data.with(field.attr("name"), field.attr("value")));
        return data.with("name", "花子");
    }

    private static Seen page(String draft, String token, String more) {
        var html = "<form method=post action='/search'><input name=words></form><main><form data-main method=post action='/drafts/"
                + draft + "' enctype='multipart/form-data'><input type=hidden name=_csrf value='" + token
                + "'><input type=hidden name=seen value=''><input name=name>" + more + "</form></main>";
        return new Seen(URI.create("http://localhost/drafts/" + draft),
                new String(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
