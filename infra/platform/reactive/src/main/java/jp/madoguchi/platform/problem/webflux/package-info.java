/** How every refusal and every fault is answered on WebFlux: one shape, in the same look as the page that was asked for. */
@NullMarked
package jp.madoguchi.platform.problem.webflux;

import org.jspecify.annotations.NullMarked;
