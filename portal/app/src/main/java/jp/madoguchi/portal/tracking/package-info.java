/**
 * Where an application stands: receipt, progress, corrections, messages, documents, withdrawal.
 */
@NullMarked
package jp.madoguchi.portal.tracking;

import org.jspecify.annotations.NullMarked;
