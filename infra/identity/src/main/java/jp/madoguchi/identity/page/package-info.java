/** The pages people see: rendering, language, security headers, errors. */
@NullMarked
package jp.madoguchi.identity.page;

import org.jspecify.annotations.NullMarked;
