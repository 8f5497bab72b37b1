/**
 * The portal's side of the exchange with the back office.
 */
@NullMarked
package jp.madoguchi.portal.exchange;

import org.jspecify.annotations.NullMarked;
