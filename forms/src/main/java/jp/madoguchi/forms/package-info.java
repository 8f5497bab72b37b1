/**
 * The form language: what a procedure asks, and what an applicant answered.
 */
@NullMarked
package jp.madoguchi.forms;

import org.jspecify.annotations.NullMarked;
