/** A forgotten password is replaced through the mail address on the account. */
@ApplicationModule(allowedDependencies = {"account", "attempt", "page", "post", "seal", "securitylog", "signin"})
@NullMarked
package jp.madoguchi.identity.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
