/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.draft.web;

import org.jspecify.annotations.NullMarked;
