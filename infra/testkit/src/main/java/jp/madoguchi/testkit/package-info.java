/**
 * Real PostgreSQL, S3, SMTP and a real browser for tests.
 */
@NullMarked
package jp.madoguchi.testkit;

import org.jspecify.annotations.NullMarked;
