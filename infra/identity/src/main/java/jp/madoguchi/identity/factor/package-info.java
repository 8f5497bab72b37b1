/** What people prove besides their password: authenticators, passkeys, recovery codes. */
@ApplicationModule(allowedDependencies = {"account", "attempt", "seal", "securitylog"})
@NullMarked
package jp.madoguchi.identity.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
