/**
 * The pages on which administrators see and change the city.
 */
@NullMarked
package jp.madoguchi.backoffice.city.web;

import org.jspecify.annotations.NullMarked;
