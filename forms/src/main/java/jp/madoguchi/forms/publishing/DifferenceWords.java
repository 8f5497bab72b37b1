package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.forms.file.ConditionJson;
import jp.madoguchi.forms.reading.ConditionWords;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * The keys and values of definition files in the words of those who design them.
 */
final class DifferenceWords {

    private static final Map<String, String> NAMES = names(
            """
                    id=番号 title=名称 summary=概要 kind=種類 languages=言語 who-can-apply=対象となる方 what-is-needed=必要なもの
                    what-happens-next=申請のあと purpose=利用目的 legal-basis=根拠 rank=根拠の種類 articles=条文 criteria=審査基準 clause=条項
                    text=文 standard-period=標準処理期間 business-days=開庁日数 sample=見本の印 deadline=期限 fee=手数料 items=金額 note=納め方
                    assurance=本人確認の強さ retention-years=保存年数 bureau=所管 routing=担当 office=担当する所 ward-of=区を決める住所 choice-of=担当を決める質問 offices=選択肢ごとの担当
                    by-town=町ごとの担当 otherwise=市外の住所の担当 appeal=教示 review-body=審査庁 review-months=審査請求の月数 defendant=被告
                    suit-months=訴訟の月数 notices=通知 issuer=通知を出す者 approved-title=認める通知の名称 approved-body=認める通知の本文
                    refused-title=認めない通知の名称 refused-body=認めない通知の本文 keywords=検索の言葉 life-events=できごと applicant=申請する方
                    name=名前の質問 mail=メールの質問 address=住所の質問 endings=案内の終わり rules=確認の決まり after=どのページのあと when=条件
                    reason=理由 instead=代わりの方法 ways=行き先 other-person=ほかの方として始める same-as=同じ答えの質問 era=はじめの年号 last-row=いちばん遅い行 at=どの質問 holds=成り立つべきこと message=メッセージ pages=ページ intro=前書き
                    questions=質問 label=文 hint=補足 help=説明 required=必須かどうか show-if=聞く条件 sensitivity=取り扱いの区分
                    max=上限 min=下限 multiline=複数行 pattern=形 pattern-message=形が違うときのメッセージ decimals=小数の桁 unit=単位
                    earliest=最も早い日 latest=最も遅い日 options=選択肢 groups=一覧の見出し list=一覧 group=見出し words=探す言葉 code=選択肢の番号 asks-for-words=内容を聞く with-kana=フリガナ
                    within-city=市内に限る min-digits=桁の下限 max-digits=桁の上限 rule=検査 max-bytes=大きさの上限 types=ファイルの種類
                    statement=同意する文 row-title=行の呼び方 title-from=行の見出し unique=行ごとに違うはずの質問 open-period=受付期間 from=始まり until=終わり channels=受付の方法 deadlines=期限の決まり once-per=重複を確かめる質問 days=日数 months=月数 years=年数 late=遅れたときの文 calculations=計算 value=値
                    copied-from=写しの元 prefill=はじめから入る内容 bundle=聞き取りのあと follow-ups=続く手続き procedure=手続き
                    by=記入する人の呼び方 carries=引き継ぐ答え named-by=記入した人の名前 day=日付とする質問 or-files=代わりのファイル
                    statutory=法定の処理期間 law=根拠の条項 pauses=補正中は数えない extension=延長 longest=延長した期間の上限 deemed-refusal=みなし却下 before=さかのぼる dismissed-title=却下の通知の名称 dismissed-body=却下の通知の本文 lines=記に書く内容 for-each=行ごと child-allowance=児童手当の計算 children=児童 birth=生年月日 college-age=大学生年代か supported=生計費を負担しているか since=事由の日
                    due=期限の日 needed=必要なもの where=手続きをするところ
                    """);

    private DifferenceWords() {}

    static String name(String key) {
        return NAMES.getOrDefault(key, key);
    }

    /** What a member with an id is called. */
    static String title(JsonNode member) {
        for (var key : new String[]{"label", "title", "message", "reason", "clause", "text"}) {
            var text = member.get(key);
            if (text != null) {
                return japanese(text);
            }
        }
        return member.path("id").asString(member.path("code").asString(""));
    }

    static String say(String key, @Nullable JsonNode value, Procedure procedure) {
        if (value == null) {
            return missing(key);
        }
        return switch (key) {
            case "show-if", "when", "holds" -> ConditionWords.when(procedure, ConditionJson.read(value));
            case "required", "sample", "multiline", "asks-for-words", "with-kana", "within-city" ->
                value.asBoolean() ? "はい" : "いいえ";
            case "kind" -> KindWords.of(value.asString());
            case "copied-from" -> "部品「" + value.path("block").asString() + "」の「" + value.path("part").asString()
                    + "」第" + value.path("version").asString() + "版";
            case "prefill" -> prefill(value);
            default -> plain(value);
        };
    }

    private static String plain(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isArray()) {
            return String.join("、", value.valueStream().map(DifferenceWords::plain).toList());
        }
        if (value.has("yen")) {
            return japanese(value.path("label")) + "（%,d円）".formatted(value.path("yen").asLong());
        }
        return value.isObject() && value.has("ja") ? texts(value) : value.toString();
    }

    /** What a key means where the file leaves it out. */
    private static String missing(String key) {
        return switch (key) {
            case "show-if" -> "いつも";
            case "required", "with-kana" -> "はい";
            case "sample", "multiline", "asks-for-words", "within-city" -> "いいえ";
            case "sensitivity" -> "personal";
            default -> "";
        };
    }

    static String profile(ProfilePart part) {
        return switch (part) {
            case NAME -> "氏名";
            case BIRTH -> "生年月日";
            case PHONE -> "電話番号";
            case MAIL -> "メールアドレス";
            case ADDRESS -> "住所";
            case ACCOUNT -> "口座";
        };
    }

    private static String prefill(JsonNode value) {
        var sources = new ArrayList<String>();
        if (value.has("bundle")) {
            sources.add("聞き取りの質問「" + value.path("bundle").asString() + "」");
        }
        if (value.has("profile")) {
            sources.add("登録した" + profile(
                    ProfilePart.valueOf(value.path("profile").asString().toUpperCase(Locale.ROOT))));
        }
        return String.join("、なければ", sources);
    }

    private static String japanese(JsonNode text) {
        return text.isString() ? text.asString() : text.path("ja").asString("");
    }

    private static String texts(JsonNode texts) {
        var all = new StringBuilder(texts.path("ja").asString(""));
        texts.properties().forEach(text -> {
            if (!text.getKey().equals("ja")) {
                all.append(" / ").append(text.getKey()).append(": ").append(text.getValue().asString(""));
            }
        });
        return all.toString();
    }

    private static Map<String, String> names(String pairs) {
        var names = new HashMap<String, String>();
        for (var pair : pairs.trim().split("\\s+")) {
            var at = pair.indexOf('=');
            names.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return Map.copyOf(names);
    }
}
