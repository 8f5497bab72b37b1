package jp.madoguchi.backoffice.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The chain that makes the record of a case tamper-evident: each event's hash is SHA-256 over the hash before it, a line feed and
 * the exact bytes of the event. A change to any event, its removal or an insertion breaks the chain from there on.
 */
public final class EventChain {

    /** What the first event of every case follows. */
    static final String BEGINNING = "0".repeat(64);

    private EventChain() {}

    /** An event as it is stored. */
    public record Link(int sequence, String body, String previousHash, String hash) {}

    /**
     * Where the chain is broken.
     *
     * @param sequence of the first event that does not fit
     */
    public record Break(int sequence, String reason) {}

    /** Links new events to what is stored. */
    static List<Link> extend(String lastHash, List<CaseEvent> events) {
        var links = new ArrayList<Link>();
        String previous = lastHash;
        for (CaseEvent event : events) {
            String body = EventJson.write(event, Seal.newSalt());
            String hash = Seal.hash(previous, body);
            links.add(new Link(event.sequence(), body, previous, hash));
            previous = hash;
        }
        return links;
    }

    /**
     * Checks a whole chain.
     *
     * @param links all events of the case, in order
     * @param lastHash what the case itself says its last hash is, so that a cut-off end is noticed
     * @return empty where the record is whole
     */
    public static Optional<Break> verify(UUID caseId, List<Link> links, String lastHash) {
        String previous = BEGINNING;
        int expected = 1;
        var replaced = replaced(links);
        for (Link link : links) {
            if (link.sequence() != expected) {
                return Optional.of(new Break(expected, "記録が欠けています。"));
            }
            boolean original = link.hash().equals(Seal.hash(previous, link.body()));
            if (!link.previousHash().equals(previous)
                    || !original && !Seal.hash(link.hash(), link.body()).equals(replaced.get(link.sequence()))) {
                return Optional.of(new Break(expected, "記録の内容とハッシュ値が一致しません。"));
            }
            if (!belongs(caseId, link)) {
                return Optional.of(new Break(expected, "記録が読み取れないか、別の案件・別の順番のものです。"));
            }
            previous = link.hash();
            expected++;
        }
        return previous.equals(lastHash) ? Optional.empty() : Optional.of(new Break(expected, "末尾の記録が欠けています。"));
    }

    /**
     * What stands in the place of events from which two persons took something out, as later events of the chain vouch for it. Their
     * old hashes go on to hold the chain together.
     */
    private static Map<Integer, String> replaced(List<Link> links) {
        var history = new ArrayList<CaseEvent>();
        for (var link : links) {
            try {
                history.add(EventJson.read(link.body()));
            } catch (IllegalArgumentException unreadable) {
                // Said where the chain comes to it.
            }
        }
        return Redactions.of(history).replacedEvents();
    }

    private static boolean belongs(UUID caseId, Link link) {
        try {
            var event = EventJson.read(link.body());
            return event.caseId().equals(caseId) && event.sequence() == link.sequence();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
