/** Mail that is neither lost nor sent for a step that was rolled back. */
@NullMarked
package jp.madoguchi.platform.outbox;

import org.jspecify.annotations.NullMarked;
