/**
 * The city as its administrators keep it: names, wards, offices, contact and closing days, as one file.
 */
@ApplicationModule(allowedDependencies = {"casework", "dispatch", "office"})
@NullMarked
package jp.madoguchi.backoffice.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
