/**
 * Web sessions kept in PostgreSQL through R2DBC, so that any node can answer any request.
 */
@NullMarked
package jp.madoguchi.platform.session;

import org.jspecify.annotations.NullMarked;
