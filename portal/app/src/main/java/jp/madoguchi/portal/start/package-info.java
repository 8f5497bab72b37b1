/**
 * Beginning an application, with what is known already.
 */
@ApplicationModule(allowedDependencies = {"account", "begun", "catalogue", "draft", "fill", "profile", "wording"})
@NullMarked
package jp.madoguchi.portal.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
