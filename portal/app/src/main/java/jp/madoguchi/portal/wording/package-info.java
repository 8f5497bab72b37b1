/**
 * The portal's own words, in the languages it can be read in.
 */
@NullMarked
package jp.madoguchi.portal.wording;

import org.jspecify.annotations.NullMarked;
