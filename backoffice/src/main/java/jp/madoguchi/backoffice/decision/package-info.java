/**
 * Deciding: the grounds, the approval by a second person, the notice and its PDF.
 */
@ApplicationModule(allowedDependencies = {"authoring", "casework", "casework :: web", "dispatch", "office"})
@NullMarked
package jp.madoguchi.backoffice.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
