/**
 * Leaving an application for a while, or for good, and coming back to it.
 */
@ApplicationModule(allowedDependencies = {"account", "draft", "fill", "notice", "submission", "wording"})
@NullMarked
package jp.madoguchi.portal.resume;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
