/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.delegation.web;

import org.jspecify.annotations.NullMarked;
