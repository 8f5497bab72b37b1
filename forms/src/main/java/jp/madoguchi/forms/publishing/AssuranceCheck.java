package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.definition.AssuranceLevel;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether the portal can hold what a procedure promises about who applies. What it cannot enforce is not published.
 */
final class AssuranceCheck {

    private AssuranceCheck() {}

    static void run(Procedure procedure, Remarks remarks) {
        if (procedure.assurance().isEnforced()) {
            return;
        }
        var jpki = procedure.assurance() == AssuranceLevel.JPKI;
        remarks.block(Place.WHOLE.at("assurance", "本人の確かめ方"), "assurance-not-enforced",
                jpki
                        ? "マイナンバーカードの署名（assurance: jpki）は、まだポータルで確かめられません。"
                        : "本人確認書類の画像（assurance: id-image）は、受け付ける前にポータルでは確かめられません。",
                jpki
                        ? "署名を確かめられるようになるまでは assurance: account（ログインが必要）と書き、カードの提示が要るときは、窓口での受付にしてください。"
                        : "assurance: account（ログインが必要）か assurance: mail と書き、書類の画像は、必ず答える files の質問で求めてください。審査のときに職員が確かめます。");
    }
}
