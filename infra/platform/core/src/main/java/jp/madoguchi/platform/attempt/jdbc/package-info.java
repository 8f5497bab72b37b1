/** Attempt limits on JDBC. */
@NullMarked
package jp.madoguchi.platform.attempt.jdbc;

import org.jspecify.annotations.NullMarked;
