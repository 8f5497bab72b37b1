/**
 * The queue (案件の一覧) of an office, and the search over all cases: which case is next, and where one is.
 */
@ApplicationModule(allowedDependencies = {"authoring", "casework", "office"})
@NullMarked
package jp.madoguchi.backoffice.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
