/** OAuth 2.0 and OpenID Connect: clients, tokens, claims, signing keys. */
@NullMarked
package jp.madoguchi.identity.authorization;

import org.jspecify.annotations.NullMarked;
