package jp.madoguchi.forms.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Kana;
import jp.madoguchi.forms.japanese.YuchoAccount;

import org.jspecify.annotations.Nullable;

/** A bank account in the form banks exchange; symbol and number of ゆうちょ銀行 are converted. */
record BankField() implements QuestionField {

    enum Message implements MessageKey {
        TWO_ACCOUNTS, YUCHO, HOLDER_MISSING, HOLDER_NOT_KANA, BANK_CODE, BRANCH_CODE, TYPE_NOT_CHOSEN, ACCOUNT_NUMBER
    }

    private static final int NAME_LENGTH = 60;
    private static final int HOLDER_LENGTH = 48;

    @Override
    public KindName name() {
        return KindName.BANK_ACCOUNT;
    }

    @Override
    public Control control() {
        return new Control.BankAccount();
    }

    @Override
    public boolean takesText() {
        return true;
    }

    @Override
    public List<String> parts() {
        return List.of("bank", "bank-name", "branch", "branch-name", "type", "number", "holder", "yucho-symbol",
                "yucho-number");
    }

    @Override
    public Set<String> preset() {
        return Set.of("type");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var holder = Kana.bank(typed.trimmed("holder"));
        var account = account(typed, holder.orElse(""), flaws);
        if (holder.isPresent()) {
            return account;
        }
        // There is nothing to store, but what else is wrong is told at once.
        if (account != null) {
            checkBank(account, flaws);
        }
        wrongHolder(flaws);
        return null;
    }

    private static Answer.@Nullable BankAccount account(Typed typed, String holder, Flaws flaws) {
        var symbol = yuchoDigits(typed, "yucho-symbol");
        var yuchoNumber = yuchoDigits(typed, "yucho-number");
        if (yuchoNumber.isEmpty() && Digits.areOnly(symbol, 7, 13)) {
            // Both in one field, as they stand in one line of the bankbook.
            yuchoNumber = symbol.substring(5);
            symbol = symbol.substring(0, 5);
        } else if (Digits.areOnly(symbol, 6, 6)) {
            // 14320-2: the digit after the hyphen counts reissues of the book and belongs to no transfer.
            symbol = symbol.substring(0, 5);
        }
        if (symbol.isEmpty() && yuchoNumber.isEmpty() && isYuchoSymbol(typed)) {
            // The symbol stands where other banks have their branch: what the bankbook says, in the place at hand.
            symbol = yuchoDigits(typed, "branch").substring(0, 5);
            yuchoNumber = yuchoDigits(typed, "number");
        }
        if (symbol.isEmpty() && yuchoNumber.isEmpty()) {
            var number = Digits.compact(typed.trimmed("number"));
            var type = Digits.halfWidth(typed.trimmed("type"));
            return new Answer.BankAccount(Digits.compact(typed.trimmed("bank")), typed.trimmed("bank-name"),
                    Digits.compact(typed.trimmed("branch")), typed.trimmed("branch-name"), type.isEmpty() ? "1" : type,
                    number.isEmpty() || number.length() >= 7 ? number : "0".repeat(7 - number.length()) + number,
                    holder);
        }
        if (!mayBeYucho(typed)) {
            flaws.add("yucho-symbol", "two-accounts", Message.TWO_ACCOUNTS);
            return null;
        }
        var converted = YuchoAccount.of(symbol, yuchoNumber);
        if (converted.isEmpty()) {
            flaws.add(wrongPart(typed, symbol), "yucho", Message.YUCHO);
            return null;
        }
        var account = converted.get();
        return new Answer.BankAccount(YuchoAccount.BANK, YuchoAccount.BANK_NAME, account.branch(), account.branchName(),
                account.type(), account.number(), holder);
    }

    private static String yuchoDigits(Typed typed, String part) {
        return Digits.compact(typed.trimmed(part)).replaceAll("記号|番号|の", "");
    }

    private static boolean mayBeYucho(Typed typed) {
        var bank = Digits.compact(typed.trimmed("bank"));
        return bank.isEmpty() || bank.equals(YuchoAccount.BANK) || bank.contains("ゆうちょ");
    }

    /** A branch of five digits, or six with the one of a reissue, is no branch but the symbol of a Yucho account. */
    private static boolean isYuchoSymbol(Typed typed) {
        return mayBeYucho(typed) && Digits.areOnly(yuchoDigits(typed, "branch"), 5, 6);
    }

    /** Beside what was typed, wherever that is. */
    private static String wrongPart(Typed typed, String symbol) {
        boolean inBranch = typed.trimmed("yucho-symbol").isEmpty() && typed.trimmed("yucho-number").isEmpty();
        if (Digits.areOnly(symbol, 5, 5)) {
            return inBranch ? "number" : "yucho-number";
        }
        return inBranch ? "branch" : "yucho-symbol";
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.BankAccount account)) {
            AnyField.wrong(flaws);
            return;
        }
        checkBank(account, flaws);
        if (account.holderKana().isEmpty()) {
            flaws.add("holder", "incomplete", Message.HOLDER_MISSING);
        } else if (!Kana.bank(account.holderKana()).equals(Optional.of(account.holderKana()))) {
            wrongHolder(flaws);
        }
        AnyField.length("holder", account.holderKana(), HOLDER_LENGTH, flaws);
    }

    private static void checkBank(Answer.BankAccount account, Flaws flaws) {
        digits("bank", account.bank(), 4, Message.BANK_CODE, flaws);
        digits("branch", account.branch(), 3, Message.BRANCH_CODE, flaws);
        if (!Set.of("1", "2", "4").contains(account.type())) {
            flaws.add("type", "not-an-option", Message.TYPE_NOT_CHOSEN);
        }
        if (!Digits.areOnly(account.number(), 7, 7)) {
            flaws.add("number", "bank-number", Message.ACCOUNT_NUMBER);
        }
        AnyField.length("bank-name", account.bankName(), NAME_LENGTH, flaws);
        AnyField.length("branch-name", account.branchName(), NAME_LENGTH, flaws);
    }

    private static void wrongHolder(Flaws flaws) {
        flaws.add("holder", "kana", Message.HOLDER_NOT_KANA);
    }

    @Override
    public Typed print(Answer answer) {
        if (!(answer instanceof Answer.BankAccount account)) {
            return Typed.NOTHING;
        }
        return new Typed(Map.of("bank", List.of(account.bank()), "bank-name", List.of(account.bankName()), "branch",
                List.of(account.branch()), "branch-name", List.of(account.branchName()), "type",
                List.of(account.type()), "number", List.of(account.number()), "holder",
                List.of(account.holderKana())));
    }

    private static void digits(String part, String value, int length, Message message, Flaws flaws) {
        if (!Digits.areOnly(value, length, length)) {
            flaws.add(part, "bank-number", message, length);
        }
    }
}
