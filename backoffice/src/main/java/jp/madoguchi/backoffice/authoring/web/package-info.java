/**
 * The pages of the procedures: publication by file, and their past.
 */
@NullMarked
package jp.madoguchi.backoffice.authoring.web;

import org.jspecify.annotations.NullMarked;
