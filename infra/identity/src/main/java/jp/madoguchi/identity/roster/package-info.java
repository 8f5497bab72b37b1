/** Takes the list of staff over from the personnel office. */
@NullMarked
package jp.madoguchi.identity.roster;

import org.jspecify.annotations.NullMarked;
