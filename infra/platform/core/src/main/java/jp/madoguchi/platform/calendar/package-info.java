/**
 * The city's days: business days, deadlines and the business time between two instants.
 */
@NullMarked
package jp.madoguchi.platform.calendar;

import org.jspecify.annotations.NullMarked;
