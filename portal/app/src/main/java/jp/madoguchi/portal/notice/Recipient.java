package jp.madoguchi.portal.notice;

import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mail about an application goes to, and what it may say of it.
 *
 * @param mail the address
 * @param language tag of the language in which it is written
 * @param office who has the application, null until the back office says so
 * @param online whether it can be opened online; not where its account was closed and no own word was chosen
 */
public record Recipient(String mail, String language, ReceiptNumber receiptNumber,
        ProcedureId procedure,
        int version, @Nullable String office, boolean online) {}
