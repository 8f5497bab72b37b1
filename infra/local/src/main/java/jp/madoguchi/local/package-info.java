/**
 * The whole town in one JVM.
 */
@NullMarked
package jp.madoguchi.local;

import org.jspecify.annotations.NullMarked;
