/**
 * Migrating an app's schema apart from running the app.
 */
@NullMarked
package jp.madoguchi.platform.migration;

import org.jspecify.annotations.NullMarked;
