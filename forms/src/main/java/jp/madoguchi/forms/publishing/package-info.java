/**
 * What stands between a draft and its publication: checks, the comparison of versions, and what carries over.
 */
@NullMarked
package jp.madoguchi.forms.publishing;

import org.jspecify.annotations.NullMarked;
