/**
 * Takes over what residents handed in at the portal, exactly once, and opens a case for it.
 */
@NullMarked
package jp.madoguchi.backoffice.intake;

import org.jspecify.annotations.NullMarked;
