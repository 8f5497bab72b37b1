/** Made-up people for the local town. */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package jp.madoguchi.identity.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
