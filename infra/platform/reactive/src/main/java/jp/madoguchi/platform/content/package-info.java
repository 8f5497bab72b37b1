/**
 * What a file really is, told by its bytes and not by its name.
 */
@NullMarked
package jp.madoguchi.platform.content;

import org.jspecify.annotations.NullMarked;
