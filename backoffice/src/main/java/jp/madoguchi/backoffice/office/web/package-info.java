/**
 * The pages of what the papers of an office say, and who asks for a page.
 */
@NullMarked
package jp.madoguchi.backoffice.office.web;

import org.jspecify.annotations.NullMarked;
