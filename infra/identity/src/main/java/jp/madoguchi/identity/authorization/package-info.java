/** OAuth 2.0 and OpenID Connect: clients, tokens, claims, signing keys. */
@ApplicationModule(allowedDependencies = {"account", "factor", "seal", "signin"})
@NullMarked
package jp.madoguchi.identity.authorization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
