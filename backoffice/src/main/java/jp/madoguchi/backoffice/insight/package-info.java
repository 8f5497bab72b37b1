/**
 * What filling in and working an application cost, learned from their steps: facts, rollups and the figures read from them.
 */
@ApplicationModule(allowedDependencies = {"casework", "csv", "dispatch", "reform"})
@NullMarked
package jp.madoguchi.backoffice.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
