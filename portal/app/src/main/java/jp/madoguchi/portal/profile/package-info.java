/**
 * What a resident keeps about themselves (わたしの情報), by their own wish, to be filled in for them.
 */
@ApplicationModule(allowedDependencies = {"account", "wording"})
@NullMarked
package jp.madoguchi.portal.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
