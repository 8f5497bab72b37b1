/** What happens at the door, for whoever watches over it; without a name in it. */
@NullMarked
package jp.madoguchi.identity.securitylog;

import org.jspecify.annotations.NullMarked;
