/**
 * Secrets given out in links: random, and kept only as their hash.
 */
@NullMarked
package jp.madoguchi.platform.token;

import org.jspecify.annotations.NullMarked;
