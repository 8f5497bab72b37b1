package jp.madoguchi.platform.pdf;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter that tells a decision (通知書).
 *
 * @param reference the document number, such as 神こ第123号
 * @param date of the letter
 * @param recipient to whom it goes
 * @param sender in whose name it is sent; no seal is drawn
 * @param body paragraphs
 * @param particulars the facts under 記; empty for none
 * @param reasons why, for a refusal: facts, clause and criterion; empty for none
 * @param appeal the appeal instruction (教示), one paragraph each; empty for none
 * @param contact where to ask
 */
public record Notice(String title, String issuer, String reference, LocalDate date, Recipient recipient, Sender sender,
        List<String> body, List<Entry> particulars, List<String> reasons, List<String> appeal,
        @Nullable Contact contact) implements Paper {

    public Notice {
        body = List.copyOf(body);
        particulars = List.copyOf(particulars);
        reasons = List.copyOf(reasons);
        appeal = List.copyOf(appeal);
    }

    /**
     * Whom the letter is for.
     *
     * @param postalCode seven digits, with or without hyphen; empty when not known
     * @param address lines of the address; empty when the letter goes out online only
     * @param name without 様 or 御中, which is added
     * @param body whether it is a company or an association, not a person
     */
    public record Recipient(String postalCode, List<String> address, String name, boolean body) {

        public Recipient {
            address = List.copyOf(address);
        }
    }

    /**
     * Who signs.
     *
     * @param title the office of the signer, such as まどぐち市長
     * @param name the signer's name; empty to sign with the office alone
     * @param sealOmitted whether it says that the seal is left out (公印省略)
     */
    public record Sender(String title, String name, boolean sealOmitted) {}

    /**
     * Where to ask.
     *
     * @param office division and section
     * @param lines telephone, hours, address; one each
     */
    public record Contact(String office, List<String> lines) {

        public Contact {
            lines = List.copyOf(lines);
        }
    }
}
