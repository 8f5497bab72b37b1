/**
 * Interviews: what has to be applied for, by the answers, and beginning it.
 */
@ApplicationModule(allowedDependencies = {"account", "carryover", "catalogue", "draft", "fill", "start", "submission",
        "wording"})
@NullMarked
package jp.madoguchi.portal.interview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
