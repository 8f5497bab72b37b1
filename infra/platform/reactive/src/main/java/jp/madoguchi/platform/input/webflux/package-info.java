/** Where requests to a WebFlux program are read strictly. */
@NullMarked
package jp.madoguchi.platform.input.webflux;

import org.jspecify.annotations.NullMarked;
