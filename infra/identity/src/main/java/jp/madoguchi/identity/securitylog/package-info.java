/** What happens at the door, for whoever watches over it; without a name in it. */
@ApplicationModule(allowedDependencies = {"account", "attempt", "seal"})
@NullMarked
package jp.madoguchi.identity.securitylog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
