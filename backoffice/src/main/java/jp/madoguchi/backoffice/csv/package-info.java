/**
 * Comma-separated files as the city's spreadsheets read and write them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.backoffice.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
