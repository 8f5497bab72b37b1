package jp.madoguchi.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a resident answers one question: wrongly at first, then rightly, as people type. Fields are parts of the question
 * ({@code year=元}, {@code =はい}).
 *
 * @param wrong empty where all that can be done wrong is to leave it out
 * @param part the field beside which the message stands
 * @param told what the message says
 */
record Way(String question, Map<String, String> wrong, String part, String told, Map<String, String> right) {

    static Way of(String question) {
        return new Way(question, Map.of(), "", "", Map.of());
    }

    Way wrong(String... fields) {
        return new Way(question, named(fields), part, told, right);
    }

    Way told(String newPart, String message) {
        return new Way(question, wrong, newPart, message, right);
    }

    Way right(String... fields) {
        return new Way(question, wrong, part, told, named(fields));
    }

    /** The name of the field beside which the message stands. */
    String at() {
        return name(part);
    }

    private Map<String, String> named(String... fields) {
        var named = new LinkedHashMap<String, String>();
        Arrays.stream(fields).map(field -> field.split("=", 2)).forEach(field -> named.put(name(field[0]), field[1]));
        return named;
    }

    private String name(String ofPart) {
        return ofPart.isEmpty() ? question : question + "." + ofPart;
    }

    static final List<Way> OWNER = List.of(
            of("owner").wrong("family=𠮷田", "given=髙子", "family-kana=吉田", "given-kana=たかこ")
                    .told("family-kana", "カタカナで入力してください")
                    .right("family=𠮷田", "given=髙子", "family-kana=ﾖｼﾀﾞ", "given-kana=たかこ"),
            of("moved").wrong("era=S", "year=６４", "month=1", "day=8").told("year", "昭和は昭和64年1月7日までです")
                    .right("era=R", "year=元", "month=５", "day=１日"),
            of("home").wrong("postal=650-857", "ward=", "town=加納町", "number=").told("postal", "7桁の数字")
                    .right("postal=〒６５０－０００１", "ward=中央区", "town=加納町", "number=６丁目５－１", "building=市役所ビル３Ｆ"),
            of("former").wrong("postal=", "prefecture-city=神戸市", "town=加納町", "number=1").told("prefecture-city", "区まで")
                    .right("postal=100 0001", "prefecture-city=東京都千代田区", "town=千代田", "number=1-1"),
            of("phone").wrong("=331-8181").told("", "10桁か11桁の日本の電話番号").right("=０７８ー３３１ー８１８１"),
            of("mail").wrong("=takako@example.jp", "again=takako@example.com").told("again", "2つの入力が違っています")
                    .right("=ｔａｋａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ", "again=takako@example.jp"));

    static final List<Way> SHOP = List.of(
            of("shop").wrong("=とても長い名前のお店です。").told("", "10文字までで入力").right("=髙𠮷ベーカリー"),
            of("reading").wrong("=髙𠮷").told("", "カタカナで").right("=ﾀｶﾖｼべーかりｰ"),
            of("corporate").wrong("=7000012050003").told("", "検査数字が合いません").right("=７００００１２０５０００２"),
            of("licence").wrong("=ＡＢ－１２３").told("", "「AB-123」のように、半角で").right("=AB-123"),
            of("staff").wrong("=たくさん").told("", "数字で入力").right("=３人"),
            of("rent").wrong("=百二十万円").told("", "円の単位で").right("=￥１，２３４，５６７"),
            of("opens").wrong("=25:00").told("", "0時から23時59分まで").right("=７時30分"),
            of("since").wrong("era=H", "year=40", "month=4").told("year", "平成は平成31年4月30日まで")
                    .right("era=H", "year=３１", "month=４月"),
            of("story").wrong("=朝7時半から焼きたてのパンを並べています。定休日は水曜日です。").told("", "30文字までで")
                    .right("=朝7時半から焼きたて。\n「本日の一品」<&>もあります。"));

    static final List<Way> WISHES = List.of(of("parking").told("", "選んでください").right("=no"),
            of("way").wrong("=other").told("other", "その内容を入力").right("=other", "other=店の前で受け取る"),
            of("weekday").told("", "選んでください").right("=wed"),
            of("help").wrong("=tax").told("", "2つ以上選んで").right("=waste,other", "other=騒音のきまり"),
            of("street").wrong("words=どこか").told("words", "「探す」を押して").right("words=すいどうすじ"),
            of("account").wrong("yucho-symbol=14320", "yucho-number=12345670", "holder=吉田髙子")
                    .told("yucho-number", "記号（5桁）と番号")
                    .right("yucho-symbol=１４３２０", "yucho-number=1234567１", "holder=よしだ　たかこ"));

    static final List<Way> PAPERS = List.of(of("pictures").told("", "ファイルを付けてください"),
            of("lease").told("", "家主に記入を頼んでください"));

    static final List<Way> PEOPLE = List.of(
            of("worker").told("family", "入力してください"),
            of("skill").told("", "資格 1 と同じです"));

    static final List<Way> PROMISE = List.of(of("promise").told("", "同意するときは印を").right("=yes"));
}
