/**
 * What the city says about the portal: help, privacy, accessibility, terms of use.
 */
@NullMarked
package jp.madoguchi.portal.about;

import org.jspecify.annotations.NullMarked;
