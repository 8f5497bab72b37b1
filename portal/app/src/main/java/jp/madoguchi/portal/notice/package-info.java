/**
 * Mails that tell an applicant that something happened, and nothing about what.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "wording"})
@NullMarked
package jp.madoguchi.portal.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
