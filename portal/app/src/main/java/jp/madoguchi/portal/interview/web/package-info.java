/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.interview.web;

import org.jspecify.annotations.NullMarked;
