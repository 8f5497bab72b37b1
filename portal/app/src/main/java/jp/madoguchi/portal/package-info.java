/**
 * The residents' portal.
 */
@NullMarked
package jp.madoguchi.portal;

import org.jspecify.annotations.NullMarked;
