/**
 * Finds procedures by the words people use: an index in memory over the published versions, in everyday Japanese.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.portal.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
