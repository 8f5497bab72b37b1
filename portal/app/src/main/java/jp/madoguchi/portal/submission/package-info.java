/**
 * What was handed in: its arrival, the receipt, and where it stands.
 */
@ApplicationModule(allowedDependencies = {"account", "begun", "catalogue", "draft", "fill", "handover",
        "notice", "passphrase", "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
