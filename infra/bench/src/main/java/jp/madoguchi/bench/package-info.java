/**
 * Measures towns, those that run and those it starts: load, cost, weight of pages, time of dashboards. Only on this machine.
 */
@NullMarked
package jp.madoguchi.bench;

import org.jspecify.annotations.NullMarked;
