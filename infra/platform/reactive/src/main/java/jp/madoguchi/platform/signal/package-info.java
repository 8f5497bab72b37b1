/**
 * How the nodes of a program tell each other that there is something to look for in their database.
 */
@NullMarked
package jp.madoguchi.platform.signal;

import org.jspecify.annotations.NullMarked;
