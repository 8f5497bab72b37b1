package jp.madoguchi.forms.filling;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.Fields;

/**
 * The findings that belong to the form as a whole rather than to one kind of question.
 */
final class Messages {

    private Messages() {}

    static Finding required(FieldPath path, Question question) {
        var ja = question.label().ja();
        var en = question.label().in(Language.EN);
        var text = switch (question.kind()) {
            case QuestionKind.Files _ ->
                Localized.of("「" + ja + "」のファイルを付けてください。", "Please attach a file for “" + en + "”.");
            case QuestionKind.FilledByOther other -> ask(other, ja, en);
            case QuestionKind.Agreement _ ->
                Localized.of("「" + ja + "」を読み、同意するときは印を付けてください。", "Please read “" + en + "” and tick it if you agree.");
            default -> Fields.isChosen(question.kind())
                    ? Localized.of("「" + ja + "」を選んでください。", "Please choose “" + en + "”.")
                    : Localized.of("「" + ja + "」を入力してください。", "Please enter “" + en + "”.");
        };
        return new Finding(path, path.field(Fields.firstPart(question.kind())), "required", text);
    }

    /** Not an error of the applicant: an answer has opened a further question. */
    static Finding askedNow(FieldPath path, Question question) {
        var text = Localized.of("お答えに合わせて、質問「" + question.label().ja() + "」が増えました。続けてお答えください。",
                "Your answers have opened a further question: “" + question.label().in(Language.EN)
                        + "”. Please answer it as well.");
        return new Finding(path, path.field(Fields.firstPart(question.kind())), "asked-now", text);
    }

    static Finding confirm(FieldPath path, Question question) {
        var text = Localized.of("「" + question.label().ja() + "」はまだ保存されていません。内容を確かめて、もう一度保存してください。",
                "“" + question.label().in(Language.EN) + "” is not saved yet. Please check it and save again.");
        return new Finding(path, path.field(Fields.firstPart(question.kind())), "confirm", text);
    }

    static Finding unknownField(FieldPath page, String field) {
        var shown = field.codePointCount(0, field.length()) > 80
                ? field.substring(0, field.offsetByCodePoints(0, 80)) + "…"
                : field;
        return new Finding(page, shown, "unknown-field",
                Localized.of("このページにない項目が送られたため、その項目は保存していません。ページを開き直して、もう一度入力してください。",
                        "A field that is not on this page was sent and has not been saved. Please reopen the page and try again."));
    }

    static Finding unknownPage(FieldPath page) {
        return new Finding(page, "", "unknown-page", Localized.of("このページはありません。手続きの最初の画面から開き直してください。",
                "There is no such page. Please reopen the procedure from its first screen."));
    }

    static Finding tooManyFields(FieldPath page) {
        return new Finding(page, "", "too-many-fields", Localized.of("送られた項目が多すぎるため、保存していません。ページを開き直してください。",
                "Too many fields were sent; nothing has been saved. Please reopen the page."));
    }

    static Finding tooFewRows(FieldPath path, Repeat repeat) {
        var title = repeat.rowTitle();
        return new Finding(path, path.toString(), "too-few-rows",
                Localized.of("「" + repeat.label().ja() + "」は、" + title.ja() + "を" + repeat.min() + "件以上入力してください。",
                        "Please enter at least " + repeat.min() + " of “" + repeat.label().in(Language.EN) + "”."));
    }

    static Finding tooManyRows(FieldPath path, Repeat repeat) {
        return new Finding(path, path.toString(), "too-many-rows",
                Localized.of("「" + repeat.label().ja() + "」は" + repeat.max() + "件までです。それより多いときは、窓口にご相談ください。",
                        "At most " + repeat.max() + " of “" + repeat.label().in(Language.EN)
                                + "” can be entered. Please contact the office if there are more."));
    }

    static Finding sameAs(FieldPath path, Question question, Repeat repeat, int earlier) {
        return new Finding(path, path.field(Fields.firstPart(question.kind())), "same-as-before",
                Localized.of(
                        "「" + question.label().ja() + "」が、" + repeat.rowTitle().ja() + " " + earlier
                                + " と同じです。違う内容にするか、要らない" + repeat.rowTitle().ja() + "を消してください。",
                        "“" + question.label().in(Language.EN) + "” is the same as in "
                                + repeat.rowTitle().in(Language.EN)
                                + " " + earlier + ". Please change it or remove one of them."));
    }

    private static Localized ask(QuestionKind.FilledByOther other, String ja, String en) {
        var by = other.by();
        return other.orFiles() == null
                ? Localized.of("「" + ja + "」がまだありません。" + by.ja() + "に記入を頼んでください。",
                        "“" + en + "” is still missing. Please ask for it (" + by.in(Language.EN) + ").")
                : Localized.of("「" + ja + "」がまだありません。" + by.ja() + "に記入を頼むか、ファイルを付けてください。",
                        "“" + en + "” is still missing. Please ask for it (" + by.in(Language.EN)
                                + ") or attach a file.");
    }

    static Finding filledInAlready(FieldPath path, Question question) {
        return new Finding(path, path.toString(), "filled-in-already",
                Localized.of("「" + question.label().ja() + "」はすでに記入されているため、ファイルは付けていません。ファイルに替えるときは、先に記入されたものを外してください。",
                        "“" + question.label().in(Language.EN)
                                + "” has been filled in already, so the file was not attached. To use a file instead, remove that first."));
    }

    static Finding noSuchPlace(FieldPath path) {
        return new Finding(path, path.toString(), "unknown-field",
                Localized.of("ファイルを付ける項目が見つかりません。ページを開き直して、もう一度お試しください。",
                        "There is no such place for a file. Please reopen the page and try again."));
    }
}
