/** Who residents and staff are: their accounts, names, offices, roles and passwords. */
@ApplicationModule(allowedDependencies = {"seal"})
@NullMarked
package jp.madoguchi.identity.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
