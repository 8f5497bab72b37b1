/**
 * Forms that the tests of several rooms fill in, hand in and read.
 */
@NullMarked
package jp.madoguchi.testkit.forms;

import org.jspecify.annotations.NullMarked;
