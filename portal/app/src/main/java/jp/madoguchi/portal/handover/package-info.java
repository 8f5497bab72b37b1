/**
 * What residents handed in and the back office has yet to take over.
 */
@NullMarked
package jp.madoguchi.portal.handover;

import org.jspecify.annotations.NullMarked;
