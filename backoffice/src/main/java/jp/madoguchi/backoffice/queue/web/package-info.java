/**
 * The pages of the queue and of the search.
 */
@NullMarked
package jp.madoguchi.backoffice.queue.web;

import org.jspecify.annotations.NullMarked;
