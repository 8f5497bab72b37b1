/**
 * The front door.
 */
@ApplicationModule(allowedDependencies = {"account", "begun", "catalogue", "draft", "wording"})
@NullMarked
package jp.madoguchi.portal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
