/** Mail leaves here: kept sealed until the mail server has taken it. */
@ApplicationModule(allowedDependencies = {"seal"})
@NullMarked
package jp.madoguchi.identity.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
