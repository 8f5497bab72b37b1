/** One page of a procedure's form, drawn from its definition and what was typed so far. */
@NullMarked
package jp.madoguchi.platform.formpage;

import org.jspecify.annotations.NullMarked;
