/**
 * Who looked at what and when, and whether the record of a case is unbroken.
 */
@ApplicationModule(allowedDependencies = {"casework", "office"})
@NullMarked
package jp.madoguchi.backoffice.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
