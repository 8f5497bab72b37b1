/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.profile.web;

import org.jspecify.annotations.NullMarked;
