/**
 * Files on their way into the object store, and what is known of them.
 */
@ApplicationModule(allowedDependencies = {"wording"})
@NullMarked
package jp.madoguchi.portal.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
