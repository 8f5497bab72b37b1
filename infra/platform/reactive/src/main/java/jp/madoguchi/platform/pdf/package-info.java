/**
 * Printed matter: copies of applications and notices, set in an embedded universal-design face.
 */
@NullMarked
package jp.madoguchi.platform.pdf;

import org.jspecify.annotations.NullMarked;
