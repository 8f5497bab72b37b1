/** A collector of traces for tests. */
@NullMarked
package jp.madoguchi.testkit.trace;

import org.jspecify.annotations.NullMarked;
