/** Who residents and staff are: their accounts, names, offices, roles and passwords. */
@NullMarked
package jp.madoguchi.identity.account;

import org.jspecify.annotations.NullMarked;
