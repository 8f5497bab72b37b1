/**
 * The word (合言葉) under which an application without an account is seen again: which are too easily guessed, and how they are kept.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.portal.passphrase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
