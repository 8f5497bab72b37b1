/** The counter's door: logging in at the portal's or the back office's counter, and logging out. */
@NullMarked
package jp.madoguchi.identity.signin;

import org.jspecify.annotations.NullMarked;
