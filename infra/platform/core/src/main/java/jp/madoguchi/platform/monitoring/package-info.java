/** What the programs show to those who run them, and to nobody else. */
@NullMarked
package jp.madoguchi.platform.monitoring;

import org.jspecify.annotations.NullMarked;
