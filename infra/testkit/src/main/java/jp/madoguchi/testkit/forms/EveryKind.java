package jp.madoguchi.testkit.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.file.DefinitionFile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One form with every kind of question of the language, with answers to it: as they are stored, and as people read them.
 * Residents fill it in, clerks read it.
 */
public final class EveryKind {

    /** The two files of {@code pictures}, by name; the answers leave them out, since files are stored apart. */
    public static final List<String> PICTURES = List.of("看板.png", "間取り図.pdf");

    /** Who fills in {@code lease}; left out of the answers too. */
    public static final String LANDLORD = "みなと不動産";

    private static final Map<String, String> READ = Map.ofEntries(Map.entry("お名前", "𠮷田　髙子\nヨシダ　タカコ"),
            Map.entry("引っ越した日", "令和元年5月1日（2019年）"), Map.entry("住所", "〒650-0001\n兵庫県神戸市中央区加納町６丁目５－１\n市役所ビル３Ｆ"),
            Map.entry("前の住所", "〒100-0001\n東京都千代田区千代田1-1"), Map.entry("電話番号", "０７８ー３３１ー８１８１"),
            Map.entry("連絡先のメール", "takako@example.jp"), Map.entry("お店の名前", "髙𠮷ベーカリー"),
            Map.entry("お店の名前の読み", "タカヨシベーカリー"), Map.entry("法人番号", "7000012050002"), Map.entry("許可番号", "AB-123"),
            Map.entry("働く人の数", "3人"), Map.entry("家賃（1か月）", "1,234,567円"), Map.entry("開店の時刻", "07:30"),
            Map.entry("はじめた月", "平成31年4月（2019年）"), Map.entry("お店の紹介", "朝7時半から焼きたて。\n「本日の一品」<&>もあります。"),
            Map.entry("駐車場がありますか", "いいえ"), Map.entry("受け取り方", "そのほか（店の前で受け取る）"), Map.entry("休みの日", "水曜日"),
            Map.entry("知りたいこと", "ごみ\nほかのこと（騒音のきまり）"), Map.entry("商店街", "水道筋商店街（灘区）"),
            Map.entry("振込先の口座", "ゆうちょ銀行（9900）四三八（438）\n普通 1234567\nﾖｼﾀﾞ ﾀｶｺ"),
            Map.entry("看板の写真と間取り図", PICTURES.getFirst()), Map.entry("家主の承諾", LANDLORD + "が"), Map.entry("資格の名前", "調理師"),
            Map.entry("確認", "同意する"));

    private EveryKind() {}

    /** The form. */
    public static Procedure form() {
        return DefinitionFile.readYaml(read("every-kind.yaml"));
    }

    /** What somebody else fills in for it. */
    public static Procedure part() {
        return DefinitionFile.readYaml(read("every-kind-part.yaml"));
    }

    /** The answers as they are stored, files and the part of somebody else left out. */
    public static JsonNode answers() {
        return JsonMapper.shared().readTree(read("every-kind-answers.json"));
    }

    /**
     * How each answer is read, by the label of its question: before handing in, on paper and by the clerk. Of files the first
     * name, of the part of somebody else the beginning; of names in rows see {@link #rows()}.
     */
    public static Map<String, String> readings() {
        return READ;
    }

    /** The headings of the rows. */
    public static List<String> rows() {
        return List.of("働く人 1：山﨑　一郎", "資格 1：調理師", "働く人 2：Nguyễn　Văn An");
    }

    /** Every kind of question and group that the language has. */
    public static Set<Class<?>> kinds() {
        return Stream
                .concat(Stream.of(QuestionKind.class.getPermittedSubclasses()),
                        Stream.of(Item.class.getPermittedSubclasses()).filter(item -> item != Question.class))
                .collect(Collectors.toSet());
    }

    /** Every question of the form, those in rows included. */
    public static List<Question> questions() {
        return form().everyItem().filter(Question.class::isInstance).map(Question.class::cast).toList();
    }

    /** The kinds that the form asks for. */
    static Set<Class<?>> asked() {
        return form().everyItem()
                .map(item -> item instanceof Question question ? question.kind().getClass() : item.getClass())
                .collect(Collectors.toSet());
    }

    private static String read(String file) {
        try (var in = Objects.requireNonNull(EveryKind.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
