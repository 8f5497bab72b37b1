package jp.madoguchi.forms.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** In any writing a number is found, and no other number is taken for one. */
class MyNumberPropertyTest {

    private static final String[] SEPARATORS = {" ", "　", "-", "－", "ー", ".", "．", "/", "／", "・", "_", "＿", " - ", "\n",
            "--"};
    private static final String[] WRITINGS = {"0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "⓪①②③④⑤⑥⑦⑧⑨", "٠١٢٣٤٥٦٧٨٩"};

    @Property(tries = 5_000)
    void anyWritingAndGroupingIsFound(@ForAll @From("numbers") String number, @ForAll long seed) {
        assertThat(MyNumber.appearsIn(written(number, new Random(seed)))).as(number).isTrue();
    }

    @Property(tries = 2_000)
    void twoSideBySideAreBothHidden(@ForAll @From("numbers") String one, @ForAll @From("numbers") String other) {
        var hidden = MyNumber.hiddenIn("A " + one + " " + other + " B");
        assertThat(hidden).isEqualTo("A ○○○○○○○○○○○○ ○○○○○○○○○○○○ B");
    }

    @Property(tries = 2_000)
    void commasBetweenItsGroupsHideItNot(@ForAll @From("numbers") String number) {
        for (var comma : new String[]{",", "，", ", "}) {
            assertThat(MyNumber.appearsIn("前" + number.replaceAll("(.{4})(.{4})", "$1" + comma + "$2" + comma) + "後"))
                    .isTrue();
            assertThat(MyNumber.appearsIn(number.replaceAll("(.{6})(?=.)", "$1" + comma))).isTrue();
        }
        assertThat(MyNumber.appearsIn("合計" + number.replaceAll("(.{3})(?=.)", "$1,") + "円")).as("an amount").isFalse();
    }

    @Property(tries = 5_000)
    void noPartOfALongerNumberIsTaken(@ForAll @From("numbers") String number,
            @ForAll @From("extra") String before, @ForAll @From("extra") String after) {
        assertThat(MyNumber.appearsIn("番号" + before + number + "です")).isFalse();
        assertThat(MyNumber.appearsIn("番号" + number + after + "です")).isFalse();
    }

    @Property(tries = 3_000)
    void whatIsHiddenIsNotFoundAgain(@ForAll @From("numbers") String number, @ForAll long seed) {
        var hidden = MyNumber.hiddenIn("前" + written(number, new Random(seed)) + "後");
        assertThat(hidden).startsWith("前").endsWith("後")
                .satisfies(text -> assertThat(MyNumber.appearsIn(text)).isFalse());
    }

    @Test
    void noReceiptNumberIsTakenForOne() {
        var random = new Random(20261126);
        int hits = 0;
        for (int i = 0; i < 100_000; i++) {
            var body = Long.toString(random.nextLong(1_000_000_000_000L, 10_000_000_000_000L));
            var digits = body + Damm.check(body);
            var printed = digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8, 12) + "-"
                    + digits.substring(12);
            for (var text : new String[]{"受付番号は" + printed + "です", printed, digits, printed.replace('-', ' '),
                    printed.replace("-", "－"), digits.substring(0, 12) + " " + digits.substring(12),
                    printed + " " + printed}) {
                hits += MyNumber.appearsIn(text) ? 1 : 0;
            }
        }
        assertThat(hits).isZero();
    }

    @Provide
    Arbitrary<String> numbers() {
        // Not like the beginning of a day (19.., 20..) or of a telephone number (0...).
        return Arbitraries.longs().between(30_000_000_000L, 99_999_999_999L).map(MyNumberPropertyTest::numbered);
    }

    @Provide
    Arbitrary<String> extra() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(11).filter(digits -> digits.length() != 2);
    }

    private static String numbered(long body) {
        for (char check = '0'; check <= '9'; check++) {
            if (MyNumber.isValid(body + String.valueOf(check))) {
                return body + String.valueOf(check);
            }
        }
        throw new AssertionError("every body has a check digit");
    }

    private static String written(String number, Random random) {
        var separator = SEPARATORS[random.nextInt(SEPARATORS.length)];
        var writing = WRITINGS[random.nextInt(WRITINGS.length)];
        var out = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            if (i > 0 && random.nextInt(4) == 0) {
                out.append(separator);
            } else if (i > 0 && random.nextInt(8) == 0) {
                out.append('\u200B');
            }
            out.append(writing.charAt(number.charAt(i) - '0'));
        }
        return out.toString();
    }
}
