/**
 * The first page.
 */
@NullMarked
package jp.madoguchi.backoffice.start.web;

import org.jspecify.annotations.NullMarked;
