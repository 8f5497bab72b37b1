/**
 * Who is at the screen: a signed-in resident, or a browser that keeps its own key.
 */
@NullMarked
package jp.madoguchi.portal.account;

import org.jspecify.annotations.NullMarked;
