/**
 * The authorization server: who residents and staff are.
 */
@NullMarked
package jp.madoguchi.identity;

import org.jspecify.annotations.NullMarked;
