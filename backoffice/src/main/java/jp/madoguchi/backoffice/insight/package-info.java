/**
 * What filling in and working an application cost, learned from their steps. The rooms below build on one another: facts, rollups of
 * facts, and what is read from rollups: the dashboards, and the figures that applicants are told.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.backoffice.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
