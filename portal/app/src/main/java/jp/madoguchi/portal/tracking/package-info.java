/**
 * Where an application stands: progress, messages, documents, withdrawal, and the ways to find it.
 */
@ApplicationModule(allowedDependencies = {"account", "begun", "catalogue", "correction", "draft", "handover", "notice",
        "passphrase", "submission", "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
