/**
 * What running programs cost, asked of the operating system, of the JVM's tools and of PostgreSQL's log. Linux only.
 */
@NullMarked
package jp.madoguchi.bench.meter;

import org.jspecify.annotations.NullMarked;
