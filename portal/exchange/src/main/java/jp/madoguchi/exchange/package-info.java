/**
 * What the portal offers inward: records and HTTP interfaces, nothing else.
 */
@NullMarked
package jp.madoguchi.exchange;

import org.jspecify.annotations.NullMarked;
