/**
 * How values go into SQL and come out of rows, where the driver alone leaves too much to be written by hand.
 */
@NullMarked
package jp.madoguchi.platform.database;

import org.jspecify.annotations.NullMarked;
