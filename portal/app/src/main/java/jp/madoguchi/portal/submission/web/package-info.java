/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.submission.web;

import org.jspecify.annotations.NullMarked;
