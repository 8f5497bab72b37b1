/**
 * The reform of procedures: the register of all of them, how much of the work can be done online, and what to do next.
 */
@ApplicationModule(allowedDependencies = {"office"})
@NullMarked
package jp.madoguchi.backoffice.reform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
