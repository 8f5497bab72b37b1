/**
 * Deciding: the grounds, the approval by a second person, the notice and its PDF.
 */
@NullMarked
package jp.madoguchi.backoffice.decision;

import org.jspecify.annotations.NullMarked;
