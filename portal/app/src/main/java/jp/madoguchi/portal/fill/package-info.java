/**
 * How long filling in takes and where people give up, without anything about who they are.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.portal.fill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
