/**
 * The portal's side of the exchange with the back office.
 */
@ApplicationModule(allowedDependencies = {"begun", "catalogue", "city", "draft", "fill", "handover", "submission",
        "tracking",
        "upload"})
@NullMarked
package jp.madoguchi.portal.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
