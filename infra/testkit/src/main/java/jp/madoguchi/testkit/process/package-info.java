/**
 * A program of the house as a process of its own, as an operator runs it. Needs nothing but the JDK.
 */
@NullMarked
package jp.madoguchi.testkit.process;

import org.jspecify.annotations.NullMarked;
