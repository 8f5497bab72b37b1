/**
 * What every implementation of the exchange between portal and back office has to do.
 */
@NullMarked
package jp.madoguchi.testkit.exchange;

import org.jspecify.annotations.NullMarked;
