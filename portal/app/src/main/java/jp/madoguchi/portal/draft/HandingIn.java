package jp.madoguchi.portal.draft;

import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.portal.account.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Who hands in, from where, and what was chosen on the last page.
 *
 * @param noticeConsent whether the notice is to come electronically
 * @param passphraseHash of the passphrase for asking without an account, null for none
 * @param mailed whether the receipt is mailed: not where too many mails went to that mailbox, or at the wish of that client,
 *     in a short time; the application arrives all the same (デジタル手続法6条3項)
 */
public record HandingIn(Visitor visitor, Device device, boolean noticeConsent, @Nullable String passphraseHash,
        boolean mailed) {}
