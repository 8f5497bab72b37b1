/**
 * Answers as people read them: sections and lines for clerks and paper, and differences in words.
 */
@NullMarked
package jp.madoguchi.forms.reading;

import org.jspecify.annotations.NullMarked;
