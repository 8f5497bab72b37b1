/**
 * Plain-text mail: what one holds
 */
@NullMarked
package jp.madoguchi.platform.mail;

import org.jspecify.annotations.NullMarked;
