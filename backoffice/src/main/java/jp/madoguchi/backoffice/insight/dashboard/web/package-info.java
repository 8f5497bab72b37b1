/**
 * The pages of figures: tables, charts and spreadsheets, none of which tells of too few.
 */
@NullMarked
package jp.madoguchi.backoffice.insight.dashboard.web;

import org.jspecify.annotations.NullMarked;
