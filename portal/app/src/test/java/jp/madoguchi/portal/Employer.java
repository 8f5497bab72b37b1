package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;

import jp.madoguchi.testkit.Visitor;

/** Somebody at みなと商店 with the certificate of employment before them, page by page. */
final class Employer {

    private final Visitor visitor;
    private final Hand hand;

    Employer(Visitor visitor) {
        this.visitor = visitor;
        this.hand = new Hand(visitor.page());
    }

    void way() {
        visitor.page().waitForURL("**/pages/way");
        hand.types("way", "online");
        hand.types("ward", "chuo");
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        date("certified-on", "AD", "" + today.getYear(), "" + today.getMonthValue(), "" + today.getDayOfMonth());
        next("way");
    }

    void office() {
        visitor.page().waitForURL("**/pages/office");
        hand.goesOn();
        hand.isTold("f-office-name", "「事業所名」を入力してください");
        visitor.look("delegation-office-errors");
        hand.types("office-name", "みなと商店");
        hand.types("representative.family", "港");
        hand.types("representative.given", "一郎");
        hand.types("office-address.postal", "650-0001");
        hand.types("office-address.prefecture-city", "兵庫県神戸市中央区");
        hand.types("office-address.town", "加納町");
        hand.types("office-address.number", "1-1");
        hand.types("office-phone", "078-331-8181");
        name(hand, "officer-name", "港", "次郎", "ミナト", "ジロウ");
        hand.types("officer-phone", "078-331-8181");
        hand.types("officer-mail", "shop@example.co.jp");
        hand.types("officer-mail.again", "shop@example.co.jp");
        next("office");
    }

    /** Whose certificate it is stands there already. */
    void employee() {
        visitor.page().waitForURL("**/pages/employee");
        assertThat(hand.standing("employee-name.given")).isEqualTo("花子");
        date("employee-birth", "H", "2", "4", "1");
        next("employee");
    }

    void contract() {
        visitor.page().waitForURL("**/pages/contract");
        hand.types("industry", "trade");
        hand.types("contract-term", "open-ended");
        date("contract-from", "AD", "2020", "4", "1");
        hand.types("workplace-same", "yes");
        hand.types("form", "regular");
        next("contract");
    }

    void hours() {
        visitor.page().waitForURL("**/pages/hours");
        hand.types("pattern", "flexible");
        hand.types("month-hours", "160");
        hand.types("month-breaks", "1,200分");
        hand.types("month-days", "20");
        hand.types("main-from", "９：００");
        hand.types("main-until", "17時");
        next("hours");
    }

    void record() {
        visitor.page().waitForURL("**/pages/record");
        for (int row = 1; row <= 3; row++) {
            var month = "months.r" + row + ".";
            hand.types(month + "record-month.era", "R");
            hand.types(month + "record-month.year", "８");
            hand.types(month + "record-month.month", "" + row);
            hand.types(month + "record-days", "20");
            hand.types(month + "record-hours", "160");
        }
        next("record");
    }

    void leave() {
        visitor.page().waitForURL("**/pages/leave");
        hand.types("short-time", "no");
        next("leave");
    }

    void remarks() {
        visitor.page().waitForURL("**/pages/remarks");
        hand.types("nursery-teacher", "not");
        hand.types("truth", "yes");
        next("remarks");
        visitor.page().waitForURL("**/review");
    }

    static void name(Hand hand, String question, String family, String given, String familyKana, String givenKana) {
        hand.types(question + ".family", family);
        hand.types(question + ".given", given);
        hand.types(question + ".family-kana", familyKana);
        hand.types(question + ".given-kana", givenKana);
    }

    private void date(String question, String era, String year, String month, String day) {
        hand.types(question + ".era", era);
        hand.types(question + ".year", year);
        hand.types(question + ".month", month);
        hand.types(question + ".day", day);
    }

    private void next(String page) {
        visitor.look("delegation-" + page);
        hand.goesOn();
    }
}
