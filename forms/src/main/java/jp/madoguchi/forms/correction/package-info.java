/**
 * What may be changed in answers that were handed in, when the city asks for a correction (補正).
 */
@NullMarked
package jp.madoguchi.forms.correction;

import org.jspecify.annotations.NullMarked;
