/**
 * Corrections (補正) that the office asks for, and answering them.
 */
@ApplicationModule(allowedDependencies = {"account", "draft", "handover", "notice", "submission",
        "wording"})
@NullMarked
package jp.madoguchi.portal.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
