/** What places a postal code stands for. */
@NullMarked
package jp.madoguchi.platform.postal;

import org.jspecify.annotations.NullMarked;
