/**
 * Measures a running town: load, weight of pages, time of dashboards. Only towns on this machine.
 */
@NullMarked
package jp.madoguchi.bench;

import org.jspecify.annotations.NullMarked;
