/** Counts tries that went wrong and says how long to wait. */
@NullMarked
package jp.madoguchi.identity.attempt;

import org.jspecify.annotations.NullMarked;
