/** Counts tries that went wrong and says how long to wait. */
@ApplicationModule(allowedDependencies = {"account", "seal"})
@NullMarked
package jp.madoguchi.identity.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
