/** Secrets at rest and in links: sealing, random tokens, digests. */
@NullMarked
package jp.madoguchi.identity.seal;

import org.jspecify.annotations.NullMarked;
