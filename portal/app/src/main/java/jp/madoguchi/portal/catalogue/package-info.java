/**
 * What can be applied for: the published procedures, found by word or by life event.
 */
@NullMarked
package jp.madoguchi.portal.catalogue;

import org.jspecify.annotations.NullMarked;
