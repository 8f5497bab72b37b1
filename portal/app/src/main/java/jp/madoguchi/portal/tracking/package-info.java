/**
 * Where an application stands: progress, messages, documents, withdrawal, and the ways to find it.
 */
@ApplicationModule(allowedDependencies = {"account", "catalogue", "correction", "draft", "handover", "notice",
        "submission", "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
