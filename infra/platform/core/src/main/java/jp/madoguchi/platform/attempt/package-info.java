/** How many tries something allows, counted in the database so that the limit holds over all nodes. */
@NullMarked
package jp.madoguchi.platform.attempt;

import org.jspecify.annotations.NullMarked;
