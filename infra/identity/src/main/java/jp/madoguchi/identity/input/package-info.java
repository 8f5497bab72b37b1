/**
 * What comes in is text that can be read, before anything is done with it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.identity.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
