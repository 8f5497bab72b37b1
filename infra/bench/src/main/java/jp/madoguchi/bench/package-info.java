/**
 * Load and micro benchmarks; the only place where speed is measured.
 */
@NullMarked
package jp.madoguchi.bench;

import org.jspecify.annotations.NullMarked;
