/**
 * A definition as it was written: its parts with their places, and what is wrong there. Knows no part by name.
 */
@NullMarked
package jp.madoguchi.forms.source;

import org.jspecify.annotations.NullMarked;
