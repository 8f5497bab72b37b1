/**
 * The small parts from which each app composes its security: sign-in, headers, CSRF, exchange tokens, limits.
 */
@NullMarked
package jp.madoguchi.platform.security;

import org.jspecify.annotations.NullMarked;
