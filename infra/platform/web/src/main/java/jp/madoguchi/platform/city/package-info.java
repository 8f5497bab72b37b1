/**
 * Which city a program serves when it starts, and how it learns of a change while it runs.
 */
@NullMarked
package jp.madoguchi.platform.city;

import org.jspecify.annotations.NullMarked;
