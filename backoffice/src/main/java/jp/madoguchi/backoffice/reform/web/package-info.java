/**
 * The pages of the register of procedures.
 */
@NullMarked
package jp.madoguchi.backoffice.reform.web;

import org.jspecify.annotations.NullMarked;
