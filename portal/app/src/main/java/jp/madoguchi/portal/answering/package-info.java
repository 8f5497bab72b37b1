/**
 * Answering the questions: pages that are shown, posted and saved.
 */
@ApplicationModule(allowedDependencies = {"account", "begun", "carryover", "catalogue", "draft", "fill", "upload",
        "wording"})
@NullMarked
package jp.madoguchi.portal.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
