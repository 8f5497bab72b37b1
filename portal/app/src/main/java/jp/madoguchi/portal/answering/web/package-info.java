/** The pages of this room. */
@NullMarked
package jp.madoguchi.portal.answering.web;

import org.jspecify.annotations.NullMarked;
