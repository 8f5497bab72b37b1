/** Connections of clients: how many one may hold, and how long a request may take to arrive. */
@ApplicationModule(allowedDependencies = {"attempt"})
@NullMarked
package jp.madoguchi.identity.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
