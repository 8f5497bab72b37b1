/** What is said when something went wrong. */
@ApplicationModule(allowedDependencies = {"account", "page"})
@NullMarked
package jp.madoguchi.identity.failure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
