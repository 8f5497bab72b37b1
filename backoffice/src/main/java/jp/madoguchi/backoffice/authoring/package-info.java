/**
 * The procedures themselves: their frozen versions and their publication to the portal.
 */
@NullMarked
package jp.madoguchi.backoffice.authoring;

import org.jspecify.annotations.NullMarked;
