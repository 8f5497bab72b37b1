/**
 * Reusable blocks of questions: the templates that come with the house, and copying them into a form.
 */
@NullMarked
package jp.madoguchi.forms.block;

import org.jspecify.annotations.NullMarked;
