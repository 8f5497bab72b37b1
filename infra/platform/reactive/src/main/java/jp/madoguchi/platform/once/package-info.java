/**
 * A form that is sent twice, or eight times at once, is one form.
 */
@NullMarked
package jp.madoguchi.platform.once;

import org.jspecify.annotations.NullMarked;
