/** What is said when something went wrong. */
@NullMarked
package jp.madoguchi.identity.failure;

import org.jspecify.annotations.NullMarked;
