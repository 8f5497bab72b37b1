/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.catalogue.web;

import org.jspecify.annotations.NullMarked;
