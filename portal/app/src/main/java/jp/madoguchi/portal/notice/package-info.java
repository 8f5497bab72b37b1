/**
 * Mails that tell an applicant that something happened, and nothing about what.
 */
@NullMarked
package jp.madoguchi.portal.notice;

import org.jspecify.annotations.NullMarked;
