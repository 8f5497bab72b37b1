/** What a session of this server may hold, and the form in which the database keeps it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
