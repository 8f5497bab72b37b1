/** Plain-text mail: what one holds, which addresses lead into one mailbox, and the hand-over to the mail server. */
@NullMarked
package jp.madoguchi.platform.mail;

import org.jspecify.annotations.NullMarked;
