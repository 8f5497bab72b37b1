/**
 * What forms in Japan need to know: eras, ages, kana, My Number, postal and bank numbers.
 */
@NullMarked
package jp.madoguchi.forms.japanese;

import org.jspecify.annotations.NullMarked;
