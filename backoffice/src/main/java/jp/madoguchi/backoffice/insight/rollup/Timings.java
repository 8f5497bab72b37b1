package jp.madoguchi.backoffice.insight.rollup;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;

import org.HdrHistogram.Histogram;

/**
 * How long something took, many times over: a histogram that is right to one per cent. Two of them can be merged into what
 * recording all values into one would have given, so percentiles never come from averaging percentiles. Not thread-safe.
 */
final class Timings {

    private static final int DIGITS = 2;
    /** Longest time kept apart from longer ones: ten years in milliseconds. */
    private static final long LONGEST = 315_576_000_000L;

    private final Histogram histogram;

    private Timings(Histogram histogram) {
        this.histogram = histogram;
    }

    static Timings none() {
        return new Timings(new Histogram(DIGITS));
    }

    /**
     * @throws IllegalArgumentException if the bytes are not of {@link #encoded}
     */
    static Timings decoded(byte[] bytes) {
        var decoded = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
        decoded.setAutoResize(true);
        return new Timings(decoded);
    }

    /**
     * Of a column.
     *
     * @throws IllegalArgumentException if the column holds anything else than {@link #encoded}
     */
    static Timings of(Readable row, String column) {
        ByteBuffer stored = row.get(column, ByteBuffer.class);
        var bytes = new byte[stored.remaining()];
        stored.get(bytes);
        return decoded(bytes);
    }

    /** @param time 0 or more, in whichever unit the caller keeps to; a negative one (clocks that disagree) counts as 0 */
    void record(long time) {
        histogram.recordValue(Math.clamp(time, 0, LONGEST));
    }

    void add(Timings other) {
        histogram.add(other.histogram);
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** @param percentile 0 to 100; the answer is meaningless where nothing was recorded */
    long percentile(double percentile) {
        return histogram.getValueAtPercentile(percentile);
    }

    byte[] encoded() {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoByteBuffer(buffer);
        var bytes = new byte[length];
        buffer.flip().get(bytes);
        return bytes;
    }
}
