/** Meters of what has to be looked up: at their own pace, so that whoever looks at them costs nothing and is never kept waiting. */
@NullMarked
package jp.madoguchi.platform.meter;

import org.jspecify.annotations.NullMarked;
