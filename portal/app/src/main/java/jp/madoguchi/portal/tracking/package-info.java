/**
 * Where an application stands: receipt, progress, corrections, messages, documents, withdrawal.
 */
@ApplicationModule(allowedDependencies = {"account", "application", "catalogue", "database", "handover", "notice",
        "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
