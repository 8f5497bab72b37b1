/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.tracking.web;

import org.jspecify.annotations.NullMarked;
