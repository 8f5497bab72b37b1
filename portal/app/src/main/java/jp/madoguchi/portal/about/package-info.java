/**
 * What the city says about the portal: help, privacy, accessibility, terms of use.
 */
@ApplicationModule(allowedDependencies = {"wording"})
@NullMarked
package jp.madoguchi.portal.about;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
