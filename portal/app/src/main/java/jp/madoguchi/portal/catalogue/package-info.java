/**
 * What can be applied for: the published procedures, found by word or by life event.
 */
@ApplicationModule(allowedDependencies = {"account", "search", "wording"})
@NullMarked
package jp.madoguchi.portal.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
