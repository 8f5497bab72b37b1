/** The page kit in a WebFlux program: the frame as a controller's argument, pages as answers, language and postal codes. */
@NullMarked
package jp.madoguchi.platform.pagekit.webflux;

import org.jspecify.annotations.NullMarked;
