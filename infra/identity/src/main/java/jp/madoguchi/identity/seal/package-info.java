/** Secrets at rest and in links: sealing, random tokens, digests. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.identity.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
