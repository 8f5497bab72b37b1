/**
 * The city that the program serves: its name, its wards, its offices, its closing days and whom to ask. All of it is data, read from
 * a file like any other city's; no ward and no office stands in the code.
 */
@NullMarked
package jp.madoguchi.forms.city;

import org.jspecify.annotations.NullMarked;
