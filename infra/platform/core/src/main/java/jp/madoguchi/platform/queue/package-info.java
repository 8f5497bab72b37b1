/** Work that waits in a table and is done at least once, by any number of nodes: one way for all programs. */
@NullMarked
package jp.madoguchi.platform.queue;

import org.jspecify.annotations.NullMarked;
