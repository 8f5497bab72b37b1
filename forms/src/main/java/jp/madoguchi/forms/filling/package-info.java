/**
 * Turning what was typed into answers: parsing, conditions, validation, dropping what is hidden.
 */
@NullMarked
package jp.madoguchi.forms.filling;

import org.jspecify.annotations.NullMarked;
