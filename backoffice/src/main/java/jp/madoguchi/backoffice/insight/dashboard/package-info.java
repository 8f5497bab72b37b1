/**
 * Dashboards (分析): the reform team's pages of figures.
 */
@ApplicationModule(allowedDependencies = {"authoring", "insight", "insight.facts", "insight.rollup", "office",
        "reform"})
@NullMarked
package jp.madoguchi.backoffice.insight.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
