/** What a program has to be told before it may serve a city. */
@NullMarked
package jp.madoguchi.platform.settings;

import org.jspecify.annotations.NullMarked;
