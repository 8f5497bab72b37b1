/**
 * The readable file format, its canonical JSON and its content hash.
 */
@NullMarked
package jp.madoguchi.forms.file;

import org.jspecify.annotations.NullMarked;
