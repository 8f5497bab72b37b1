/**
 * Applications being filled in: finding, opening, changing and removing drafts, and what each is filled in for.
 */
@ApplicationModule(allowedDependencies = {"account", "catalogue", "fill", "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
