/** The durable queue on JDBC. */
@NullMarked
package jp.madoguchi.platform.queue.jdbc;

import org.jspecify.annotations.NullMarked;
