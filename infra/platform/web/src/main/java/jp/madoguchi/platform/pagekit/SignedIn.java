package jp.madoguchi.platform.pagekit;

import org.jspecify.annotations.Nullable;

/**
 * Who is shown at the top of the page.
 *
 * @param name   display name
 * @param office name of the office for staff, {@code null} for residents
 */
public record SignedIn(String name, @Nullable String office) {}
