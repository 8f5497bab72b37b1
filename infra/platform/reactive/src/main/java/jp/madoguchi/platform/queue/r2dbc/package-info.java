/** The durable queue on R2DBC. */
@NullMarked
package jp.madoguchi.platform.queue.r2dbc;

import org.jspecify.annotations.NullMarked;
