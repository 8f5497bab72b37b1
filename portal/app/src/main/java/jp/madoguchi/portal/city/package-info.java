/**
 * The city as the back office told it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.portal.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
