/**
 * What a visitor has begun and not yet handed in, as lists tell it.
 */
@ApplicationModule(allowedDependencies = {"account", "draft", "wording"})
@NullMarked
package jp.madoguchi.portal.begun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
