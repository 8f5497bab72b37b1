/**
 * Adapters both apps share.
 */
@NullMarked
package jp.madoguchi.platform;

import org.jspecify.annotations.NullMarked;
