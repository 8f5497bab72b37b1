/**
 * Where the city's staff work the applications and learn from them.
 */
@NullMarked
package jp.madoguchi.backoffice;

import org.jspecify.annotations.NullMarked;
