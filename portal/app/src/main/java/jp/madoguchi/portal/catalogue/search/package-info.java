/**
 * Finds procedures by the words people use: an index in memory over the published versions, in everyday Japanese.
 */
@NullMarked
package jp.madoguchi.portal.catalogue.search;

import org.jspecify.annotations.NullMarked;
