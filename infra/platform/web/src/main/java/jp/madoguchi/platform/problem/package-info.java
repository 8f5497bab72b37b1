/**
 * Every error becomes one problem shape (RFC 9457) here: JSON for programs, a page for people.
 */
@NullMarked
package jp.madoguchi.platform.problem;

import org.jspecify.annotations.NullMarked;
