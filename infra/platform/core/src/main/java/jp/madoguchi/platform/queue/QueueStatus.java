package jp.madoguchi.platform.queue;

import java.time.Duration;

/**
 * How a queue stands.
 *
 * @param waiting rows that are to be done, those at work among them
 * @param oldest for how long the oldest of these has waited; zero if there are none
 * @param givenUp rows that no worker tries any more
 */
public record QueueStatus(long waiting, Duration oldest, long givenUp) {}
