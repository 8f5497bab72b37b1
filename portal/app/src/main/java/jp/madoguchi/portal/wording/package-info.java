/**
 * The portal's own words, in the languages it can be read in.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.portal.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
