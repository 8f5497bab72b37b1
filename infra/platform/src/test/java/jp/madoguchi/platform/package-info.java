/** Real parts for the tests of the platform. */
@NullMarked
package jp.madoguchi.platform;

import org.jspecify.annotations.NullMarked;
