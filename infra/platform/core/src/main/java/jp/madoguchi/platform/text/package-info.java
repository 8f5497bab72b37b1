/** The languages that pages are offered in, and texts from files in each of them. */
@NullMarked
package jp.madoguchi.platform.text;

import org.jspecify.annotations.NullMarked;
