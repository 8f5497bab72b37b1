/**
 * Taking drafts over into newer versions of their procedures, and telling their applicants.
 */
@ApplicationModule(allowedDependencies = {"account", "catalogue", "draft", "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.carryover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
