package jp.madoguchi.forms.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether every text is there in every language that is on, and whether the Japanese reads easily.
 */
final class TextCheck {

    private static final int LONG_SENTENCE = 80;
    private static final double MUCH_KANJI = 0.5;
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？\\n]");
    private static final Pattern BRACKETS = Pattern.compile("（[^）]*）");

    /** Words of the office, with words of the street (文化庁「公用文作成の考え方」2022 and the like). */
    private static final Map<String, String> OFFICE_WORDS = officeWords();

    private final Procedure procedure;
    private final Remarks remarks;

    TextCheck(Procedure procedure, Remarks remarks) {
        this.procedure = procedure;
        this.remarks = remarks;
    }

    void run() {
        Texts.forEach(procedure, this::text);
    }

    private void text(Place place, String what, Localized text) {
        var missing = procedure.languages().stream().filter(language -> !text.speaks(language)).sorted().toList();
        // やさしい日本語 may stay with the Japanese text where that is easy already.
        var blocking = missing.stream().filter(language -> language != Language.EASY_JA).map(Language::tag).toList();
        if (!blocking.isEmpty()) {
            remarks.block(place, "missing-translation", what + "の翻訳（" + String.join("、", blocking) + "）がありません。",
                    "翻訳を入れるか、その言語を手続きの言語から外してください。");
        }
        if (text.ja().isBlank()) {
            remarks.block(place, "empty-text", what + "が空です。", "文を入れてください。");
        }
        reading(place, what, text.ja());
    }

    private void reading(Place place, String what, String ja) {
        for (var sentence : SENTENCE_END.split(BRACKETS.matcher(ja).replaceAll(""))) {
            int length = sentence.codePointCount(0, sentence.length());
            if (length > LONG_SENTENCE) {
                remarks.advise(place, "long-sentence", what + "に" + length + "字の長い文があります。", "60字くらいまでに分けてください。");
            }
            long kanji = sentence.codePoints().filter(Character::isIdeographic).count();
            if (length >= 30 && kanji > length * MUCH_KANJI) {
                remarks.advise(place, "much-kanji", what + "に漢字の多い文があります（" + kanji * 100 / length + "%）。",
                        "言い換えるか、文を分けてください。");
            }
        }
        OFFICE_WORDS.forEach((word, plain) -> {
            if (ja.contains(word)) {
                remarks.advise(place, "office-word", what + "に役所の言葉「" + word + "」があります。",
                        "「" + plain + "」などに言い換えてください。");
            }
        });
    }

    private static Map<String, String> officeWords() {
        var words = new LinkedHashMap<String, String>();
        List.of("当該=その", "下記=次", "上記=前に書いた", "遅滞なく=すぐに", "速やかに=すぐに", "に係る=の", "及び=と", "並びに=と", "又は=または",
                "若しくは=または", "貴殿=あなた", "ご査収=お受け取り", "来庁=お越し", "提出されたい=提出してください", "疎明=説明", "別途=別に", "添付のこと=付けてください",
                "事由=理由", "思料=考え", "鑑み=考えて", "可及的=できるだけ").forEach(pair -> {
                    var at = pair.indexOf('=');
                    words.put(pair.substring(0, at), pair.substring(at + 1));
                });
        return words;
    }
}
