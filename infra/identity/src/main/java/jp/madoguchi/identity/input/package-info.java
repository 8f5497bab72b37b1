/**
 * What comes in is text that can be read, before anything is done with it.
 */
@NullMarked
package jp.madoguchi.identity.input;

import org.jspecify.annotations.NullMarked;
