package jp.madoguchi.forms.publishing;

import java.util.regex.Pattern;

import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * That no field asks for a My Number (番号法20条), in whatever language and whatever kind of field.
 */
final class MyNumberCheck {

    /** In English what is asked for may come at the end of a sentence about something else: 「the copy with My Number」. */
    private static final String ENGLISH = "(^\\s*(please )?((enter|type|write|give|state|provide|input|fill in|tell us) )?"
            + "((your|the|his|her|their|own|12-digit|applicant|child|spouse|\\p{L}+[’']s?) )*(my ?number|individual number)s?)";
    private static final String NAMES = "(マイナンバー|まいなんばー|ﾏｲﾅﾝﾊﾞｰ|個人番号|个人编号|个人号码|個人編號|마이 ?넘버|개인 ?번호|mã số cá nhân|"
            + ENGLISH + "|(?<=[^\\x00-\\x7f]\\s?)my number)";

    /** 「個人番号を載せる目的」 asks for a purpose and 「マイナンバーカードの期限」 for a day; what asks for the number ends with it. */
    private static final Pattern ASKS = Pattern.compile(
            NAMES + "(の番号|の数字|番号)?\\s*([（(\\[][^）)\\]]*[）)\\]])?\\s*(の?[0-9０-９]+(桁|けた|ケタ|digits?).*)?"
                    + "(を?、?(ご?(入力|記入)|書いて|教えて|おしえて|かいて|いれて|入れて).*)?\\s*[。.．:：?？!！*＊※]*\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private MyNumberCheck() {}

    static void run(Question question, Place place, Remarks remarks) {
        var field = QuestionField.of(question.kind());
        if (field.isShapedLikeMyNumber()) {
            remarks.block(place, "my-number-field", "12桁の番号の欄はマイナンバーの収集になるおそれがあります（番号法第20条）。",
                    "マイナンバーは集めないでください。別の番号なら、桁数を確かめてください。");
        } else if (field.takesText()
                && question.label().texts().values().stream().anyMatch(label -> ASKS.matcher(label).find())) {
            remarks.block(place, "my-number-field", "マイナンバーを入力させる質問はできません（番号法第20条）。", "質問を消してください。");
        }
    }
}
