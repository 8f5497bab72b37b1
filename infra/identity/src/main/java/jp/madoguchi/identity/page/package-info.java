/** The pages people see: rendering, language, security headers, errors. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.identity.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
