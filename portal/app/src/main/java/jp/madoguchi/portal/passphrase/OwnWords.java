package jp.madoguchi.portal.passphrase;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Era;
import jp.madoguchi.forms.japanese.Kana;
import jp.madoguchi.forms.japanese.NameKey;
import org.apache.lucene.analysis.ja.dict.ToStringUtil;
import org.jspecify.annotations.Nullable;

/**
 * What an application says of its applicant and those around them, in the pieces from which people make words they can remember:
 * names in kanji, kana and Latin letters, days, phone numbers, mail addresses. Whoever knows them guesses these first.
 */
public final class OwnWords {

    private static final int LONGEST = 100;
    /** Of letters and digits; a piece of kanji or kana may be shorter. */
    private static final int SHORTEST = 3;
    private static final int LAST_DIGITS = 4;

    private final Set<String> pieces = new LinkedHashSet<>();

    private OwnWords() {}

    /** @param numbers by which the application is known, such as its receipt number; none before it is handed in */
    public static OwnWords of(Answers answers, String... numbers) {
        var own = new OwnWords();
        own.add(answers);
        Stream.of(numbers).forEach(own::digits);
        return own;
    }

    /** What is left of a word without them, as {@link NameKey} has it. */
    String without(String word) {
        var rest = NameKey.of(word);
        for (var piece : pieces.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            rest = rest.replace(piece, "");
        }
        return rest;
    }

    private void add(Answers answers) {
        answers.values().values().forEach(answer -> {
            switch (answer) {
                case Answer.PersonName name -> Stream
                        .of(name.family(), name.given(), name.familyKana(), name.givenKana()).forEach(this::name);
                case Answer.Date(var day) -> day(day);
                case Answer.BankAccount account -> {
                    digits(account.number());
                    name(account.holderKana());
                }
                case Answer.Text(var text) -> text(text);
                case Answer.Rows rows -> rows.rows().forEach(row -> add(row.answers()));
                default -> {
                    // Nothing that people would make a word of.
                }
            }
        });
    }

    private void name(@Nullable String written) {
        if (written == null) {
            return;
        }
        piece(written);
        var kana = Kana.katakana(written);
        if (Kana.isKatakana(kana)) {
            var latin = ToStringUtil.getRomanization(kana);
            piece(latin);
            piece(latin.replace("ō", "ou").replace("ū", "uu"));
            piece(latin.replace("ō", "oo"));
        }
    }

    private void day(LocalDate day) {
        Stream.of("yyyyMMdd", "yyMMdd", "MMdd", "yyyy", "ddMMyyyy", "MMddyyyy", "yyyyMd", "yyyy年M月d日", "M月d日")
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day)).forEach(this::piece);
        Era.of(day).ifPresent(era -> {
            int year = day.getYear() - era.western(1) + 1;
            var rest = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT).format(day);
            piece("%s%02d%s".formatted(era.letter(), year, rest));
            piece("%02d%s".formatted(year, rest));
            piece(era.letter() + year);
            piece(era.title() + year);
            piece("%s%d年%d月%d日".formatted(era.title(), year, day.getMonthValue(), day.getDayOfMonth()));
        });
    }

    private void text(String text) {
        if (text.length() > LONGEST) {
            return;
        }
        if (text.contains("@")) {
            piece(text);
            var box = text.substring(0, text.indexOf('@'));
            piece(box);
            Stream.of(box.split("[^\\p{L}\\p{N}]+")).forEach(this::piece);
        } else if (Kana.isKatakana(Kana.katakana(text))) {
            name(text);
        } else {
            digits(text);
        }
    }

    /** A phone or another number, also without its first digits: an area goes without saying. */
    private void digits(String text) {
        var number = Digits.compact(text).replaceFirst("^\\+81\\(?0?\\)?", "0").replaceAll("[()./]", "");
        if (Digits.areOnly(number, LAST_DIGITS + SHORTEST, LONGEST)) {
            piece(number);
            piece(number.substring(1));
            piece(number.substring(Math.max(0, number.length() - 2 * LAST_DIGITS)));
            piece(number.substring(number.length() - LAST_DIGITS));
        }
    }

    private void piece(String text) {
        var key = NameKey.of(text);
        boolean plain = key.chars().allMatch(c -> c < 0x80);
        if (key.codePointCount(0, key.length()) >= (plain ? SHORTEST : 2)) {
            pieces.add(key);
        }
    }
}
