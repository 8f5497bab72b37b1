/**
 * What residents handed in and the back office has yet to take over.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.portal.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
