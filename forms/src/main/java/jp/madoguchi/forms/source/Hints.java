package jp.madoguchi.forms.source;

import java.util.Collection;
import java.util.List;

import jp.madoguchi.forms.Spelling;

/**
 * Sentences that many parts of a file say alike.
 */
public final class Hints {

    /** Nobody looks for more than this of what was typed. */
    private static final int SHOWN = 60;

    private Hints() {}

    /** @param empty whether nothing stands behind the key, as in {@code {label: Yes, please}} */
    public static String unknownKey(String key, boolean empty, Collection<String> known) {
        if (empty && key.matches("[A-Za-z-]+[:：].*")) {
            return quoted(key) + "の「:」は半角にして、うしろに半角の空白を入れてください。";
        }
        var usable = "ここで使えるのは " + String.join("、", known.stream().sorted().toList()) + " です。";
        var meant = meant(key, known);
        return quoted(key) + "という項目はありません。"
                + (empty ? "前の文の続きなら、文全体を引用符で囲んでください（\"…, …\"）。" : "") + meant + usable
                + (empty || !meant.isEmpty() ? "" : "字下げが上の行とそろっているかも確かめてください。");
    }

    /** What may stand in a place instead of what does. */
    public static String noneOf(String wrong, List<String> known) {
        return quoted(wrong) + "は使えません。" + meant(wrong, known) + "使えるのは " + String.join("、", known) + " です。";
    }

    /** Offers the known name that is written almost so; empty where there is none. */
    public static String meant(String wrong, Collection<String> known) {
        return Spelling.meant(wrong, known).map(name -> "「" + name + "」の書き間違いではありませんか。").orElse("");
    }

    public static String unreadable(String text) {
        return text.isEmpty() ? "" : quoted(text) + "は読み取れません。";
    }

    public static String notText(Tree found) {
        return switch (found) {
            case Tree.Mapping _ -> "ここに書くのは文字です。文の中にコロンや { } があるなら、文全体を引用符で囲んでください（\"…\"）。";
            case Tree.Sequence _ -> "ここに書くのは一つの文字です。一覧にはできません。[ ] で始まる文なら、文全体を引用符で囲んでください（\"…\"）。";
            case Tree.Scalar _ -> "ここが空です。文字を書いてください。";
        };
    }

    public static String quoted(String text) {
        return "「" + (text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…") + "」";
    }

    /** The least of something is more than its most. */
    public static String over(String least, String most) {
        return least + " が " + most + " より大きくなっています。" + least + " を " + most + " 以下にしてください。";
    }

    public static String wholeYen(long most) {
        return "金額は、円の整数で " + most + " までにしてください。";
    }

    public static String noPattern(String description) {
        return "正規表現として読み取れません。かっこの閉じ忘れや、記号の前の「\\」の付け忘れがないか確かめてください（" + description + "）。";
    }

    public static String noQuestionId(String wrong) {
        return quoted(wrong) + "は質問の id として使えません。相手の様式の質問の id を書いてください。";
    }
}
