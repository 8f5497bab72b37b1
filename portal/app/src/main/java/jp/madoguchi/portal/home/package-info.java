/**
 * The front door.
 */
@NullMarked
package jp.madoguchi.portal.home;

import org.jspecify.annotations.NullMarked;
