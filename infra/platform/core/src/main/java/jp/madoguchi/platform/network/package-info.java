/** Addresses and networks of clients, and which proxies are believed about them. */
@NullMarked
package jp.madoguchi.platform.network;

import org.jspecify.annotations.NullMarked;
