/**
 * A portal in memory, for tests of the back office; kept honest by the contract that the real one keeps too.
 */
@NullMarked
package jp.madoguchi.backoffice.portal;

import org.jspecify.annotations.NullMarked;
