/**
 * What comes in is text: read strictly, in one place, before anything is done with it.
 */
@NullMarked
package jp.madoguchi.platform.input;

import org.jspecify.annotations.NullMarked;
