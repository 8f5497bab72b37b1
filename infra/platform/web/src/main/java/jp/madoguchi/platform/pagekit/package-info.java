/** The look and the hands of every page: layouts, form controls, small parts, and how a page is written to the wire. */
@NullMarked
package jp.madoguchi.platform.pagekit;

import org.jspecify.annotations.NullMarked;
