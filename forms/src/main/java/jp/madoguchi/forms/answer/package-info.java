/**
 * What an applicant answered: typed values in one document keyed by stable question id.
 */
@NullMarked
package jp.madoguchi.forms.answer;

import org.jspecify.annotations.NullMarked;
