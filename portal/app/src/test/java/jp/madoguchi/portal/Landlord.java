package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jp.madoguchi.testkit.Visitor;
import jp.madoguchi.testkit.forms.EveryKind;

/** Somebody who was sent a link and fills in their part, without an account. */
final class Landlord {

    private final Visitor visitor;
    private final PortalServer portal;

    Landlord(Visitor visitor, PortalServer portal) {
        this.visitor = visitor;
        this.portal = portal;
    }

    void fillsIn(String link, String story) {
        var page = visitor.page();
        page.navigate(link);
        assertThat(link).startsWith(portal.address());
        assertThat(visitor).shows("𠮷田　髙子").shows("家主の承諾書");
        visitor.look(story + "-landlord-asked");
        page.locator("main form button.button").click();
        var hand = new Hand(page);
        hand.finds(Map.of("tenant.family", "𠮷田", "tenant.given-kana", "タカコ"));
        hand.goesOn();
        hand.isTold("f-landlord", "「家主の名称」を入力してください");
        hand.types(Map.of("landlord", EveryKind.LANDLORD, "signer.family", "港", "signer.given", "次郎", "signed.era", "R",
                "signed.year", "７", "signed.month", "4", "signed.day", "1"));
        visitor.look(story + "-landlord-filled");
        hand.goesOn();
        assertThat(visitor).shows("令和7年4月1日（2025年）");
        page.locator("form[action$='/submission'] button[type=submit]").click();
        assertThat(visitor).shows("提出しました");
        visitor.look(story + "-landlord-handed");
    }
}
