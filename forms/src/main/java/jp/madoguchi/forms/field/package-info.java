/**
 * How each kind of question reads what was typed, checks it, and prints it back into the form.
 */
@NullMarked
package jp.madoguchi.forms.field;

import org.jspecify.annotations.NullMarked;
