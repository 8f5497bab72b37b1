package jp.madoguchi.forms.definition;

/**
 * What a resident may keep about themselves to be filled in for them.
 */
public enum ProfilePart {
    NAME, BIRTH, PHONE, MAIL, ADDRESS, ACCOUNT;

    /** Whether a question of this kind can take it. */
    public boolean fits(QuestionKind kind) {
        return switch (this) {
            case NAME -> kind instanceof QuestionKind.PersonName;
            case BIRTH -> kind instanceof QuestionKind.Date;
            case PHONE -> kind instanceof QuestionKind.Phone;
            case MAIL -> kind instanceof QuestionKind.Mail;
            case ADDRESS -> kind instanceof QuestionKind.Address;
            case ACCOUNT -> kind instanceof QuestionKind.BankAccount;
        };
    }
}
