package jp.madoguchi.forms.field;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Kana;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A person's name, its characters exactly as typed. */
record NameField(QuestionKind.PersonName kind) implements QuestionField {

    enum Message implements MessageKey {
        FAMILY_MISSING, GIVEN_MISSING, FAMILY_KANA_MISSING, GIVEN_KANA_MISSING, FAMILY_NOT_KANA, GIVEN_NOT_KANA
    }

    private static final int LENGTH = 100;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u3000]+");

    private static final Limit.Maybe<Boolean> WITH_KANA = new Limit.Maybe<>("with-kana", Shape.TRUTH);
    static final List<Limit<?>> LIMITS = List.of(WITH_KANA);

    @Override
    public KindName name() {
        return KindName.PERSON_NAME;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.PersonName(WITH_KANA.read(part, true));
    }

    @Override
    public void write(ObjectNode limits) {
        if (!kind.withKana()) {
            limits.put("with-kana", false);
        }
    }

    @Override
    public Control control() {
        return new Control.PersonName(kind.withKana());
    }

    @Override
    public boolean takesText() {
        return true;
    }

    @Override
    public boolean tellsApart() {
        return true;
    }

    @Override
    public List<String> parts() {
        return kind.withKana() ? List.of("family", "given", "family-kana", "given-kana") : List.of("family", "given");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var name = parted(typed.first("family"), typed.first("given"));
        boolean oneField = Digits.isBlank(typed.first("given")) && !Digits.isBlank(name.given());
        var kana = oneField
                ? split(typed.first("family-kana"), typed.first("given-kana"))
                : new Parts(typed.first("family-kana"), typed.first("given-kana"));
        return new Answer.PersonName(name.family(), name.given(), kana(kana.family(), name.family()),
                kana(kana.given(), name.given()));
    }

    private record Parts(String family, String given) {}

    /**
     * Both parts where one field holds them: a family name and a given name with a space between them in Japanese writing; or
     * the one name of a person who has no other, in whichever field it was written.
     */
    private static Parts parted(String family, String given) {
        if (Digits.isBlank(given)) {
            return mayStandAlone(family) ? new Parts(family, given) : split(family, given);
        }
        return Digits.isBlank(family) && mayStandAlone(given) ? new Parts(given, "") : new Parts(family, given);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.PersonName name)) {
            AnyField.wrong(flaws);
            return;
        }
        boolean givenMissing = Digits.isBlank(name.given());
        if (Digits.isBlank(name.family())) {
            flaws.add("family", "incomplete", Message.FAMILY_MISSING);
        } else if (givenMissing && !mayStandAlone(name.family())) {
            flaws.add("given", "incomplete", Message.GIVEN_MISSING);
        }
        AnyField.length("family", name.family(), LENGTH, flaws);
        AnyField.length("given", name.given(), LENGTH, flaws);
        if (kind.withKana()) {
            checkKana("family-kana", name.familyKana(), needsNoKana(name.family()), Message.FAMILY_KANA_MISSING,
                    Message.FAMILY_NOT_KANA, flaws);
            checkKana("given-kana", name.givenKana(), needsNoKana(name.given()), Message.GIVEN_KANA_MISSING,
                    Message.GIVEN_NOT_KANA, flaws);
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

    private static Parts split(String family, String given) {
        var words = WHITE_SPACE.split(Digits.trim(family));
        return Digits.isBlank(given) && words.length == 2 ? new Parts(words[0], words[1]) : new Parts(family, given);
    }

    /** The reading as typed; that of a name written in kana is the name itself. */
    private @Nullable String kana(String typed, String name) {
        var text = Digits.trim(typed);
        if (!kind.withKana()) {
            return null;
        }
        if (!text.isEmpty()) {
            return Kana.katakana(text);
        }
        var read = Kana.katakana(Digits.trim(name));
        return read.isEmpty() || !Kana.isKatakana(read) ? null : read;
    }

    private static void checkKana(String part, @Nullable String kana, boolean needsNone, Message missing, Message wrong,
            Flaws flaws) {
        if (kana == null) {
            if (!needsNone) {
                flaws.add(part, "incomplete", missing);
            }
        } else if (!Kana.isKatakana(kana)) {
            flaws.add(part, "kana", wrong);
        } else {
            AnyField.length(part, kana, LENGTH, flaws);
        }
    }

    /** A name without kanji is read as it is written; in other letters than kana nobody has to find kana for it. */
    private static boolean needsNoKana(String name) {
        return Digits.isBlank(name) || name.codePoints().noneMatch(NameField::isJapanese);
    }

    /** People who have one name only write it in Latin letters, katakana or a script of their own. */
    private static boolean mayStandAlone(String name) {
        return name.codePoints().noneMatch(
                c -> UnicodeScript.of(c) == UnicodeScript.HAN || UnicodeScript.of(c) == UnicodeScript.HIRAGANA);
    }

    private static boolean isJapanese(int c) {
        var script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
