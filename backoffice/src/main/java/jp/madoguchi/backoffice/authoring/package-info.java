/**
 * The procedures themselves: their frozen versions and their publication to the portal.
 */
@ApplicationModule(allowedDependencies = {"dispatch", "office"})
@NullMarked
package jp.madoguchi.backoffice.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
