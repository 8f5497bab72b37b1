/**
 * The sample catalogue shipped with the language.
 */
@NullMarked
package jp.madoguchi.forms.catalogue;

import org.jspecify.annotations.NullMarked;
