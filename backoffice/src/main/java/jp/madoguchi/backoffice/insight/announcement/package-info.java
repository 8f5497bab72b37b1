/**
 * Announcements (目安の公表): applicants are told how long each procedure really takes.
 */
@ApplicationModule(allowedDependencies = {"authoring", "dispatch", "insight", "insight.facts", "insight.rollup"})
@NullMarked
package jp.madoguchi.backoffice.insight.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
