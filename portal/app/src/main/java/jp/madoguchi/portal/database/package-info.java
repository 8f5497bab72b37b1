/**
 * How values that may be absent are given to SQL.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.portal.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
