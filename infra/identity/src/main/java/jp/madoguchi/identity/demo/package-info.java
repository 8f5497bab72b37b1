/** Made-up people for the local town. */
@NullMarked
package jp.madoguchi.identity.demo;

import org.jspecify.annotations.NullMarked;
