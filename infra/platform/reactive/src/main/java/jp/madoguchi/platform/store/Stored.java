package jp.madoguchi.platform.store;

/**
 * What lies under a key.
 *
 * @param key where it lies in the bucket
 * @param size in bytes
 * @param sha256 of the content, 64 lower-case hex digits
 * @param contentType the media type it was stored with
 */
public record Stored(String key, long size, String sha256, String contentType) {}
