/** The counter's door: logging in at the portal's or the back office's counter, and logging out. */
@ApplicationModule(allowedDependencies = {"account", "attempt", "factor", "page", "post", "securitylog", "session"})
@NullMarked
package jp.madoguchi.identity.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
