/**
 * The work on a case from arrival to its end: the case file, its moves, its events and the queues.
 */
@ApplicationModule(allowedDependencies = {"authoring", "dispatch", "office"})
@NullMarked
package jp.madoguchi.backoffice.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
