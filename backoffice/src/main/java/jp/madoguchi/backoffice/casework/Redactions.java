package jp.madoguchi.backoffice.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody asked to take out of the record of a case, and what was taken out.
 *
 * @param open asked and neither done nor declined, oldest first
 * @param events sequences of the events whose words were taken out
 * @param replacements hash of what stands in place of each document of answers now, by revision
 * @param replacedEvents hash of what stands in place of each event, by sequence
 */
public record Redactions(List<Asked> open, Set<Integer> events, Map<Integer, String> replacements,
        Map<Integer, String> replacedEvents) {

    /** Who asked for what. */
    public record Asked(Actor by, EventPayload.RedactionAsked what) {

        /** What is meant, in words. */
        public String target() {
            var event = what.event();
            return event == null ? "回答「" + what.answer() + "」" : event + "番目の記録の文章";
        }
    }

    static Redactions of(List<CaseEvent> history) {
        var open = new LinkedHashMap<UUID, Asked>();
        var answers = new HashMap<Integer, String>();
        var events = new HashMap<Integer, String>();
        for (var event : history) {
            switch (event.what()) {
                case EventPayload.RedactionAsked asked -> open.put(asked.redaction(), new Asked(event.actor(), asked));
                case EventPayload.RedactionDeclined declined -> open.remove(declined.redaction());
                case EventPayload.Redacted done -> {
                    open.remove(done.redaction());
                    done.replaced().forEach(each -> {
                        var sequence = each.event();
                        var revision = each.revision();
                        if (sequence != null) {
                            events.put(sequence, each.hash());
                        } else if (revision != null) {
                            answers.put(revision, each.hash());
                        }
                    });
                }
                default -> {
                    // Takes nothing out.
                }
            }
        }
        return new Redactions(new ArrayList<>(open.values()), new HashSet<>(events.keySet()), answers, events);
    }

    Optional<Asked> asked(UUID redaction) {
        return open.stream().filter(asked -> asked.what().redaction().equals(redaction)).findFirst();
    }
}
