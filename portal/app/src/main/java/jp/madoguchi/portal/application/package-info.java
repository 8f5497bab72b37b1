/**
 * Filling in an application: drafts, pages, review and submission.
 */
@ApplicationModule(allowedDependencies = {"account", "catalogue", "database", "fill", "handover", "notice", "profile",
        "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
