/**
 * What filling in and working an application cost, learned from their steps: facts, rollups and the figures read from them.
 */
@NullMarked
package jp.madoguchi.backoffice.insight;

import org.jspecify.annotations.NullMarked;
