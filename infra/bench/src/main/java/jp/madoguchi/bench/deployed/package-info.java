/**
 * The programs of the house as an operator runs them: three JVMs from the jars of the build, with PostgreSQL, an S3 endpoint and a
 * mail server beside them.
 */
@NullMarked
package jp.madoguchi.bench.deployed;

import org.jspecify.annotations.NullMarked;
