/**
 * What a procedure is: its pages and questions, its legal ground, its fee, its clock and its offices.
 */
@NullMarked
package jp.madoguchi.forms.definition;

import org.jspecify.annotations.NullMarked;
