/**
 * What a program's compiled classes say about how it is built.
 */
@NullMarked
package jp.madoguchi.testkit.structure;

import org.jspecify.annotations.NullMarked;
