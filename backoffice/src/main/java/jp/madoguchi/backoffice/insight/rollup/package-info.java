/**
 * Rollups (集計): the facts summed up per month, and the only figures that dashboards and announcements read.
 */
@ApplicationModule(allowedDependencies = {"insight.facts"})
@NullMarked
package jp.madoguchi.backoffice.insight.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
