package jp.madoguchi.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One step of filling in, as the reform team needs it: no account, no address, no answer.
 *
 * @param fill the run of filling in it belongs to; random, known nowhere else once the draft is gone
 * @param page null where the step is not about one page
 * @param questions for {@code VALIDATION_FAILED} and {@code CARRIED_OVER}: the questions, never what was typed
 * @param activeMillis for {@code PAGE_SAVED}: time in which the page was visible and touched (idle over 90 s cut off), 0 to
 * 86,400,000; null where unknown
 * @param measured whether the page measured it itself; false for the server's estimate without JavaScript
 */
public record FillEvent(UUID id, UUID fill, Instant at, Type type, String procedure, int version,
        @Nullable String page, List<String> questions, @Nullable Integer activeMillis, boolean measured, Device device,
        String language, Channel channel) {

    public FillEvent {
        questions = List.copyOf(questions);
    }

    public enum Type {
        OPENED, PAGE_SHOWN, PAGE_SAVED, VALIDATION_FAILED, SUSPENDED, RESUMED, REVIEWED, SUBMITTED, ENDED_ELSEWHERE, ABANDONED,
        /** The draft was taken over into a newer version: the step tells of the newer one, and of the questions it concerns. */
        CARRIED_OVER
    }

    public enum Device {
        PHONE, TABLET, DESKTOP
    }

    public enum Channel {
        ONLINE, COUNTER, PAPER
    }
}
