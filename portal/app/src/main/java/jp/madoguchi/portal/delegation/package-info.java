/**
 * Delegation (依頼): somebody else is asked to fill in a part of an application.
 */
@ApplicationModule(allowedDependencies = {"account", "catalogue", "draft", "fill", "notice", "upload",
        "wording"})
@NullMarked
package jp.madoguchi.portal.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
