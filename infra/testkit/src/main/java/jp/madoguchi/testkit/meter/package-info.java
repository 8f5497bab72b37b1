/** What those who run the programs are told they can see, held against what a running program shows. */
@NullMarked
package jp.madoguchi.testkit.meter;

import org.jspecify.annotations.NullMarked;
