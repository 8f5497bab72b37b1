/**
 * How values that may be absent are given to SQL.
 */
@NullMarked
package jp.madoguchi.portal.database;

import org.jspecify.annotations.NullMarked;
