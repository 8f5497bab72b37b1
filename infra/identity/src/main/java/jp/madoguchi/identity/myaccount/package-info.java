/** What people do with their own account: password, log-ins, closing it. */
@NullMarked
package jp.madoguchi.identity.myaccount;

import org.jspecify.annotations.NullMarked;
