package jp.madoguchi.forms.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.source.InvalidFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who writes a first file learns in Japanese what to do, not what the parser expected. */
class BeginnersMistakesTest {

    private static final String PAGES = """
            pages:
              - id: p
                title: 頁
                questions:
                  - id: q
                    kind: choose-one
                    label: {ja: "どれですか", en: "Which"}
                    options: [{code: a, label: あ}]
            """;

    /** In what is put in, ␣ is a space, ⇥ a tab and □ a full-width space. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ␣␣␣␣title: | ⇥title: | タブ文字
            ␣␣- id: p | □- id: p | 全角の空白
            kind: choose | kind：choose | コロンが全角（：）
            kind: choose | kind:choose | 「:」のうしろに空白がありません
            - id: p | -id: p | 「-」のうしろに空白がありません
            title: 頁 | title: 注意: 頁 | 文の中にコロン
            title: 頁 | title: @頁 | 引用符で囲んで
            title: 頁 | title: *頁 | 引用符で囲んで
            title: 頁 | title: "頁"␣です | 閉じた引用符のうしろに
            title: 頁 | title: [頁]␣です | かっこで始まる文
            title: 頁 | title: "頁\\頁" | 「\\」は特別な記号
            [{code: a, label: あ}] | [{code: a, label: "あ}] | 行目の引用符が閉じていません
            title: 頁 | title␣頁 | 「項目: 値」の形になっていません
            title: 頁 | title: - 頁 | 「- 」はここには書けません
            ␣␣␣␣questions: | ␣␣␣questions: | 字下げがそろっていません
            ␣␣␣␣title: | ␣␣␣␣␣␣title: | 字下げがそろっていません
            "どれですか", en | "どれですか"、en | 区切りが全角（、）
            "どれですか", en | 注意: どれか, en | コロン（:）があります
            "どれですか", en | "「どれ"ですか", en | 引用符の数が合っていません
            "Which"} | "Which" | かっこ（{ や [）が閉じていません
            "どれですか", en | どれですか, 一つだけ, en | 文全体を引用符で囲んで
            [{code: a, label: あ}] | [あ, い] | {code: a, label: 選択肢の言葉}
            [{code: a, label: あ}] | [{label: あ}] | 「code」がありません
            [{code: a, label: あ}] | [{code: あ, label: あ}] | 言葉は label に書きます
            [{code: a, label: あ}] | {code: a, label: あ} | 一覧にしてください
            options: | required: はい␣#␣ | 「はい」は読み取れません。true
            options: | required: {answered: a}␣#␣ | 聞く人を限るときは、show-if
            {ja: "どれですか" | {jp: "どれですか" | 「jp」は使えません
            choose-one | chose-one | 「choose-one」の書き間違い
            label: {ja | lable: {ja | 「label」の書き間違い
            label: {ja: "どれですか", en: "Which"} | label: | 「label」の値が空です
            """)
    void theMessageSaysWhatToDo(String right, String wrong, String said) {
        var broken = PAGES.replace(typed(right), typed(wrong));
        assertThat(broken).isNotEqualTo(PAGES);

        assertThat(catchThrowableOfType(InvalidFile.class, () -> SampleForms.with(broken)).problems())
                .anySatisfy(problem -> {
                    assertThat(problem.reason()).contains(said);
                    assertThat(problem.line()).isGreaterThan(SampleForms.headLines());
                });
    }

    private static String typed(String shown) {
        return shown.replace('␣', ' ').replace('⇥', '\t').replace('□', '\u3000');
    }
}
