/**
 * Files by key in an S3 bucket, streamed both ways.
 */
@NullMarked
package jp.madoguchi.platform.store;

import org.jspecify.annotations.NullMarked;
