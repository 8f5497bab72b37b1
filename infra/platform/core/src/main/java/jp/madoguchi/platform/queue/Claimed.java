package jp.madoguchi.platform.queue;

import java.util.UUID;

/**
 * A row that one worker has for as long as the lease lasts.
 *
 * @param lease names this claim: what a worker reports counts only while no other has claimed the row
 * @param attempt which one this is, from 1
 */
public record Claimed<T>(UUID id, UUID lease, int attempt, T item) {}
