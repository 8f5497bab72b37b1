/** Takes the list of staff over from the personnel office. */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package jp.madoguchi.identity.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
