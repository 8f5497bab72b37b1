/** What people prove besides their password: authenticators, passkeys, recovery codes. */
@NullMarked
package jp.madoguchi.identity.factor;

import org.jspecify.annotations.NullMarked;
