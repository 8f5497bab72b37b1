/**
 * Work that goes on beside the answering of requests.
 */
@NullMarked
package jp.madoguchi.platform.background;

import org.jspecify.annotations.NullMarked;
