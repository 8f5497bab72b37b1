package jp.madoguchi.forms.field;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.List;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Kana;

import org.jspecify.annotations.Nullable;

/** A person's name, its characters exactly as typed. */
record NameField(QuestionKind.PersonName kind) implements Field {

    private static final int LENGTH = 100;

    @Override
    public List<String> parts() {
        return kind.withKana() ? List.of("family", "given", "family-kana", "given-kana") : List.of("family", "given");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return new Answer.PersonName(typed.first("family"), typed.first("given"), kana(typed, "family-kana"),
                kana(typed, "given-kana"));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.PersonName name)) {
            Shapes.wrong(flaws);
            return;
        }
        boolean givenMissing = Digits.isBlank(name.given());
        if (Digits.isBlank(name.family())) {
            flaws.add("family", "incomplete", "「{0}」の姓を入力してください。", "Please enter the family name of “{0}”.");
        } else if (givenMissing && !mayStandAlone(name.family())) {
            flaws.add("given", "incomplete", "「{0}」の名を入力してください。", "Please enter the given name of “{0}”.");
        }
        Shapes.length("family", name.family(), LENGTH, flaws);
        Shapes.length("given", name.given(), LENGTH, flaws);
        if (kind.withKana()) {
            checkKana("family-kana", "姓のフリガナ", "family name", name.familyKana(), Digits.isBlank(name.family()), flaws);
            checkKana("given-kana", "名のフリガナ", "given name", name.givenKana(), givenMissing, flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        if (!(answer instanceof Answer.PersonName(String family, String given, String familyKana, String givenKana))) {
            return Typed.NOTHING;
        }
        var parts = new LinkedHashMap<String, List<String>>();
        parts.put("family", List.of(family));
        parts.put("given", List.of(given));
        if (familyKana != null) {
            parts.put("family-kana", List.of(familyKana));
        }
        if (givenKana != null) {
            parts.put("given-kana", List.of(givenKana));
        }
        return new Typed(parts);
    }

    private @Nullable String kana(Typed typed, String part) {
        var text = typed.trimmed(part);
        return !kind.withKana() || text.isEmpty() ? null : Kana.katakana(text);
    }

    private static void checkKana(String part, String ja, String en, @Nullable String kana, boolean nameMissing,
            Flaws flaws) {
        if (kana == null) {
            if (!nameMissing) {
                flaws.add(part, "incomplete", "「{0}」の" + ja + "を入力してください。",
                        "Please enter the " + en + " of “{0}” in katakana.");
            }
        } else if (!Kana.isKatakana(kana)) {
            flaws.add(part, "kana", "「{0}」の" + ja + "はカタカナで入力してください。",
                    "Please enter the " + en + " of “{0}” in katakana.");
        } else {
            Shapes.length(part, kana, LENGTH, flaws);
        }
    }

    /** People who have one name only write it in Latin letters or katakana. */
    private static boolean mayStandAlone(String name) {
        return name.codePoints().filter(c -> !Digits.isSpace(c)).allMatch(c -> {
            var script = UnicodeScript.of(c);
            return script == UnicodeScript.LATIN || script == UnicodeScript.KATAKANA || script == UnicodeScript.COMMON;
        });
    }
}
