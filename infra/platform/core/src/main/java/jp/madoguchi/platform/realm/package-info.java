/** The two realms of people whom identity knows, what staff may do, and who must prove more than a password. */
@NullMarked
package jp.madoguchi.platform.realm;

import org.jspecify.annotations.NullMarked;
