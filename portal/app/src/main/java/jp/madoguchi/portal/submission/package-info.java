/**
 * Handing in: the last look, the arrival, the receipt, and where what was handed in stands.
 */
@ApplicationModule(allowedDependencies = {"account", "begun", "carryover", "catalogue", "draft", "fill", "handover",
        "notice", "passphrase", "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
