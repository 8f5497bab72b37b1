/** What a reactive app shows to those who run it: health, meters, lines of the log that belong together. */
@NullMarked
package jp.madoguchi.platform.monitoring.webflux;

import org.jspecify.annotations.NullMarked;
