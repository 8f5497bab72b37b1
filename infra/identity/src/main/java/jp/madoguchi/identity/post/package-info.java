/** Mail leaves here: kept sealed until the mail server has taken it. */
@NullMarked
package jp.madoguchi.identity.post;

import org.jspecify.annotations.NullMarked;
