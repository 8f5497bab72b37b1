/** A resident opens an account with a mail address that is really theirs. */
@NullMarked
package jp.madoguchi.identity.registration;

import org.jspecify.annotations.NullMarked;
