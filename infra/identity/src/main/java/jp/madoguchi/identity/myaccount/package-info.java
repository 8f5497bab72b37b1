/** What people do with their own account: password, log-ins, closing it. */
@ApplicationModule(allowedDependencies = {"account", "attempt", "factor", "page", "post", "seal", "securitylog",
        "session", "signin"})
@NullMarked
package jp.madoguchi.identity.myaccount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
