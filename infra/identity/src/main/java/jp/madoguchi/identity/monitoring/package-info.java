/** What identity shows to those who run it: health, meters, lines of the log that belong together. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.identity.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
