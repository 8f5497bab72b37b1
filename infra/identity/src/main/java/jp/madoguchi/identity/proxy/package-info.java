/** What proxies in front of this app tell of its clients. */
@NullMarked
package jp.madoguchi.identity.proxy;

import org.jspecify.annotations.NullMarked;
