/**
 * Takes over what residents handed in at the portal, exactly once, and opens a case for it.
 */
@ApplicationModule(allowedDependencies = {"authoring", "casework", "dispatch", "office"})
@NullMarked
package jp.madoguchi.backoffice.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
