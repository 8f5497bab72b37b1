/**
 * The page of a case and the forms on it, and what other rooms need for pages about a case.
 */
@NamedInterface("web")
@NullMarked
package jp.madoguchi.backoffice.casework.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
