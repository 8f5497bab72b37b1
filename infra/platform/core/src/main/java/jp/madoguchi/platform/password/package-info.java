/** Which passwords and other words that people choose themselves are guessed at once. */
@NullMarked
package jp.madoguchi.platform.password;

import org.jspecify.annotations.NullMarked;
