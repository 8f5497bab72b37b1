/**
 * Who works here: offices, staff and their roles, as the city's sign-in names them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.backoffice.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
