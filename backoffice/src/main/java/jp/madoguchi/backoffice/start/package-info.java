/**
 * The first page after signing in: it leads each person to where their work is.
 */
@ApplicationModule(allowedDependencies = {"casework", "office"})
@NullMarked
package jp.madoguchi.backoffice.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
