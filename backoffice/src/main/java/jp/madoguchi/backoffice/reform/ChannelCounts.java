package jp.madoguchi.backoffice.reform;

/**
 * Applications of one year by the channel on which they came, each 0 or more.
 *
 * @param other telephone, convenience-store kiosk and the like
 */
public record ChannelCounts(int online, int counter, int post, int other) {

    public ChannelCounts {
        if (online < 0 || counter < 0 || post < 0 || other < 0) {
            throw new IllegalArgumentException("a count is 0 or more");
        }
    }

    public long total() {
        return (long) online + counter + post + other;
    }
}
