/**
 * Comma-separated files as the city's spreadsheets read and write them.
 */
@NullMarked
package jp.madoguchi.platform.csv;

import org.jspecify.annotations.NullMarked;
