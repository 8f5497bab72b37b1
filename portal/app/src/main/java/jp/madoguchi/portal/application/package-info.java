/**
 * Filling in an application: drafts, pages, review and submission.
 */
@NullMarked
package jp.madoguchi.portal.application;

import org.jspecify.annotations.NullMarked;
