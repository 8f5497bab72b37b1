package jp.madoguchi.forms.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Says in plain Japanese what people usually did where the YAML parser stopped, and how to mend it. The parser knows what
 * it expected; what was done is read from the lines around.
 */
final class YamlMistake {

    private static final String QUOTE = "引用符で囲んでください（\"…\"）。";
    private static final Pattern TAB_BEFORE = Pattern.compile("\\s*\\t.*");
    private static final Pattern WIDE_SPACE_BEFORE = Pattern.compile("\\s*\\u3000.*");
    private static final Pattern WIDE_COLON = Pattern.compile("\\s*(- )?\\{?\\s*[A-Za-z][A-Za-z0-9-]*：.*");
    private static final Pattern NO_SPACE = Pattern.compile("\\s*(- )?\\{?\\s*[a-z][a-z0-9-]*:[^\\s/].*");

    private static final Pattern NO_SPACE_DASH = Pattern.compile("\\s*-[^\\s\\d-].*");

    private final String problem;
    private final String context;
    private final List<String> near;
    private final String before;
    private final String after;
    private final int line;
    private final int began;

    private YamlMistake(String yaml, MarkedYamlEngineException e) {
        problem = Optional.ofNullable(e.getProblem()).orElse("");
        context = Optional.ofNullable(e.getContext()).orElse("");
        line = line(e.getProblemMark());
        began = line(e.getContextMark());
        var here = at(yaml, line);
        near = List.of(here, at(yaml, line - 1), at(yaml, began));
        int column = e.getProblemMark().map(Mark::getColumn).orElse(0);
        int stopped = here.offsetByCodePoints(0, Math.min(column, here.codePointCount(0, here.length())));
        before = here.substring(0, stopped);
        after = here.substring(stopped);
    }

    static String explain(String yaml, MarkedYamlEngineException e) {
        var mistake = new YamlMistake(yaml, e);
        return mistake.usual().orElseGet(mistake::byProblem) + said(e.getProblem());
    }

    /** For what the parser refuses without a place. */
    static String unreadable(@Nullable String said) {
        return "YAML として読み取れません。目に見えない文字（制御文字など）が入っていないか確かめてください。" + said(said);
    }

    private static String said(@Nullable String words) {
        return words == null || words.isBlank() ? "" : "（YAML の読み取り：" + words.strip() + "）";
    }

    /** What shows in the lines themselves. */
    private Optional<String> usual() {
        if (any(TAB_BEFORE) || problem.contains("\\t")) {
            return Optional.of("字下げにタブ文字が使われています。半角の空白に置き換えてください。");
        }
        if (any(WIDE_SPACE_BEFORE)) {
            return Optional.of("字下げに全角の空白が使われています。半角の空白に置き換えてください。");
        }
        if (any(WIDE_COLON)) {
            return Optional.of("項目の名前のうしろのコロンが全角（：）です。半角の「:」にして、うしろに半角の空白を入れてください。");
        }
        if (any(NO_SPACE)) {
            return Optional.of("「:」のうしろに空白がありません。「項目: 値」のように、半角の空白を入れてください。");
        }
        if (any(NO_SPACE_DASH)) {
            return Optional.of("「-」のうしろに空白がありません。「- 」のように、半角の空白を入れてください。");
        }
        return Optional.empty();
    }

    private String byProblem() {
        if (context.contains("quoted scalar")) {
            return problem.contains("escape")
                    ? "\"…\" の中の「\\」は特別な記号です。「\\\\」と二つ書くか、'…' で囲んでください。"
                    : began + "行目の引用符が閉じていません。文の終わりに、始まりと同じ引用符を付けてください。";
        }
        if (context.contains("block scalar")) {
            return "「|」や「>」のうしろには何も書かず、文は次の行から、字下げを一段深くして書いてください。「|」や「>」で始まる文なら、" + QUOTE;
        }
        if (context.contains("alias") || context.contains("anchor") || problem.contains("alias")) {
            return "「*」や「&」で始まる文は、全体を" + QUOTE;
        }
        if (context.contains("tag") || problem.contains("tag handle")) {
            return "「!」で始まる文は、全体を" + QUOTE;
        }
        if (context.contains("directive") || problem.contains("directive")) {
            return "「%」で始まる文は、全体を" + QUOTE;
        }
        if (problem.contains("cannot start any token")) {
            return "「@」「`」「%」などの記号で始まる文は、全体を" + QUOTE;
        }
        if (problem.contains("mapping values are not allowed")) {
            return before.contains(": ")
                    ? "文の中にコロン（: ）があります。文全体を" + QUOTE
                    : "字下げがそろっていません。この行の頭を、同じ段のほかの項目とそろえてください。上の行が文の途中なら、上の文を" + QUOTE;
        }
        if (context.contains("flow")) {
            return withinBrackets();
        }
        if (problem.contains("sequence entries are not allowed")) {
            return "「- 」はここには書けません。一覧は次の行から、「項目:」より深く字下げして、一行に一つずつ「- 」で始めてください。「-」で始まる文なら、" + QUOTE;
        }
        if (problem.contains("expected <block end>")) {
            return ends("\"", "'")
                    ? "閉じた引用符のうしろに、まだ文があります。文全体を一つの引用符で囲んでください。文の中の引用符は「」にします。上の行に閉じ忘れがないかも確かめてください。"
                    : ends("]", "}")
                            ? "閉じたかっこのうしろに、まだ文があります。かっこで始まる文は、全体を" + QUOTE
                            : "字下げがそろっていません。すぐ上の行か、" + began
                                    + "行目から始まる並びか、同じ段になるほうと頭の桁をそろえてください。一覧は、どの行も「- 」で始めます。";
        }
        if (problem.contains("could not find expected ':'")) {
            return "「項目: 値」の形になっていません（" + began + "行目のあたり）。「:」や、行の頭の「- 」の書き忘れ、引用符の閉じ忘れがないか確かめてください。";
        }
        if (problem.contains("another document")) {
            return "一つのファイルに書けるのは一つ分です。「---」から下を消すか、別のファイルにしてください。";
        }
        return "YAML の書き方に合っていません。この行と上の行の、字下げ、コロン、引用符、かっこを確かめてください。";
    }

    private String withinBrackets() {
        if (after.startsWith("、") || after.startsWith("，")) {
            return "区切りが全角（" + after.charAt(0) + "）です。半角のコンマ「,」と空白にしてください。";
        }
        if (line > began) {
            return began + "行目で開いたかっこ（{ や [）が閉じていません。文の終わりに、対になるかっこ（} や ]）を書いてください。";
        }
        if (problem.endsWith("got :")) {
            return "かっこ（{ や [）の中の文にコロン（:）があります。文を" + QUOTE;
        }
        if (ends("\"", "'")) {
            return "引用符の数が合っていません。閉じ忘れた引用符、文の中の引用符（「」にします）、コンマの書き忘れがないか確かめてください。";
        }
        return "かっこ（{ や [）の中が読み取れません。コンマの書き忘れがないか確かめてください。文の中に , : { } [ ] があるなら、文全体を" + QUOTE;
    }

    /** What stands before the place where the parser stopped. */
    private boolean ends(String... signs) {
        return Arrays.stream(signs).anyMatch(before.strip()::endsWith);
    }

    private boolean any(Pattern pattern) {
        return near.stream().anyMatch(text -> pattern.matcher(text).matches());
    }

    /** From 1; 0 where there is none. */
    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(0);
    }

    private static String at(String yaml, int line) {
        return line < 1 ? "" : yaml.lines().skip(line - 1L).findFirst().orElse("");
    }
}
