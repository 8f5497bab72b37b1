/**
 * The auditor's page.
 */
@NullMarked
package jp.madoguchi.backoffice.audit.web;

import org.jspecify.annotations.NullMarked;
