package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.Ward;
import jp.madoguchi.forms.city.City;
import java.util.stream.Stream;

/** The columns of the register as a file, in their order; the headings are what a file is recognised by. */
public enum InventoryColumn {

    CODE("手続番号"), TITLE("手続名"), BUREAU("所管局"), LAW_RANK("根拠"), ELIGIBLE("分母に含める"), WAY("提供方法"), WAY_SINCE(
            "提供開始日"), PLANNED_ONLINE("オンライン予定日"), SIGNATURE("署名・押印"), ORIGINAL("原本の提出"), FACE_TO_FACE(
                    "対面での確認"), FEE("手数料の納付"), BASE_YEAR("基準年度"), ONLINE("件数（オンライン）"), COUNTER(
                            "件数（窓口）"), POST("件数（郵送）"), OTHER("件数（その他）"), PROCEDURE("手続ID");

    private final String heading;

    InventoryColumn(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }

    public static String headingOf(Ward ward) {
        return "件数（" + ward.name() + "）";
    }

    public static Stream<String> headings() {
        return Stream.concat(Stream.of(values()).map(InventoryColumn::heading),
                City.inForce().wards().stream().map(InventoryColumn::headingOf));
    }
}
