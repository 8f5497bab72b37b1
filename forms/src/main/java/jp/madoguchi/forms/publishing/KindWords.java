package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.definition.QuestionKind;

/**
 * The kinds of question as designers call them.
 */
final class KindWords {

    private KindWords() {}

    static String of(QuestionKind kind) {
        return of(switch (kind) {
            case QuestionKind.Text _ -> "text";
            case QuestionKind.Number _ -> "number";
            case QuestionKind.Money _ -> "money";
            case QuestionKind.Date _ -> "date";
            case QuestionKind.Time _ -> "time";
            case QuestionKind.Month _ -> "month";
            case QuestionKind.YesNo _ -> "yes-no";
            case QuestionKind.ChooseOne _ -> "choose-one";
            case QuestionKind.ChooseMany _ -> "choose-many";
            case QuestionKind.ChooseListed _ -> "choose-listed";
            case QuestionKind.PersonName _ -> "person-name";
            case QuestionKind.Kana _ -> "kana";
            case QuestionKind.Address _ -> "address";
            case QuestionKind.Phone _ -> "phone";
            case QuestionKind.Mail _ -> "mail";
            case QuestionKind.BankAccount _ -> "bank-account";
            case QuestionKind.CodeNumber _ -> "code-number";
            case QuestionKind.Files _ -> "files";
            case QuestionKind.FilledByOther _ -> "filled-by-other";
            case QuestionKind.Agreement _ -> "agreement";
            case QuestionKind.Information _ -> "information";
        });
    }

    static String of(String kind) {
        return switch (kind) {
            case "text" -> "文字";
            case "number" -> "数";
            case "money" -> "金額";
            case "date" -> "日付";
            case "time" -> "時刻";
            case "month" -> "年月";
            case "yes-no" -> "はい・いいえ";
            case "choose-one" -> "1つ選ぶ";
            case "choose-many" -> "いくつか選ぶ";
            case "choose-listed" -> "長い一覧から探して選ぶ";
            case "person-name" -> "氏名";
            case "kana" -> "フリガナ";
            case "address" -> "住所";
            case "phone" -> "電話番号";
            case "mail" -> "メールアドレス";
            case "bank-account" -> "口座";
            case "code-number" -> "番号";
            case "files" -> "ファイル";
            case "filled-by-other" -> "ほかの人が記入";
            case "agreement" -> "同意";
            case "information" -> "案内";
            case "repeat" -> "繰り返し";
            case "application" -> "申請";
            case "notification" -> "届出";
            case "other" -> "そのほか";
            default -> kind;
        };
    }
}
