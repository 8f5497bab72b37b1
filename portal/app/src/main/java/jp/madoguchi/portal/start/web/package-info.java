/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.start.web;

import org.jspecify.annotations.NullMarked;
