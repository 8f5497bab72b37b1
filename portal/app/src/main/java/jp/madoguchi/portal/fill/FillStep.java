package jp.madoguchi.portal.fill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;

/**
 * One step of one run of filling in.
 *
 * @param run what the step belongs to
 * @param page null where the step is not about one page
 * @param questions what was wrong, for {@code VALIDATION_FAILED}; never what was typed
 */
public record FillStep(Run run, FillEvent.Type type, Instant at, @Nullable String page, List<String> questions,
        @Nullable ActiveTime active) {

    public FillStep {
        questions = List.copyOf(questions);
    }

    /** @param fill random; the only thing the steps of one run share */
    public record Run(UUID fill, ProcedureId procedure, int version, String language, FillEvent.Device device) {}

    public static FillStep of(Run run, FillEvent.Type type, Instant at) {
        return new FillStep(run, type, at, null, List.of(), null);
    }

    public static FillStep onPage(Run run, FillEvent.Type type, Instant at, String page) {
        return new FillStep(run, type, at, page, List.of(), null);
    }
}
