/** A resident opens an account with a mail address that is really theirs. */
@ApplicationModule(allowedDependencies = {"account", "attempt", "page", "post", "seal", "signin"})
@NullMarked
package jp.madoguchi.identity.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
