/**
 * Connections: how many there may be and how slow, how a request that its client left is finished, whose word about the client's
 * address is believed, and whether the pool of database connections still gives any.
 */
@NullMarked
package jp.madoguchi.platform.connection;

import org.jspecify.annotations.NullMarked;
