/**
 * The work on a case from arrival to its end: the case file, its steps, its events and its record.
 */
@ApplicationModule(allowedDependencies = {"authoring", "dispatch", "office"})
@NullMarked
package jp.madoguchi.backoffice.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
