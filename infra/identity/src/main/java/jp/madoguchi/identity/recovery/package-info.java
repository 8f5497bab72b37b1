/** A forgotten password is replaced through the mail address on the account. */
@NullMarked
package jp.madoguchi.identity.recovery;

import org.jspecify.annotations.NullMarked;
