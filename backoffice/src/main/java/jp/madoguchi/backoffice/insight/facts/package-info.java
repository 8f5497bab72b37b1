/**
 * Facts (事実): what each run of filling in and each case cost, one row each, with nothing personal in them.
 */
@ApplicationModule(allowedDependencies = {"casework"})
@NullMarked
package jp.madoguchi.backoffice.insight.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
