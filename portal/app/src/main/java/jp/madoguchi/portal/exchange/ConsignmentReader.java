package jp.madoguchi.portal.exchange;

import java.util.List;
import java.util.Objects;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.portal.handover.WaitingConsignments;
import jp.madoguchi.portal.handover.WaitingConsignments.Entry;
import jp.madoguchi.portal.submission.HandedOver;
import jp.madoguchi.portal.submission.HandedOver.Key;
import jp.madoguchi.portal.submission.HandedOver.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What waits for the back office, with what it hands over.
 */
@Component
class ConsignmentReader {
    private final WaitingConsignments outbox;
    private final HandedOver submissions;
    private final JsonMapper json;

    ConsignmentReader(WaitingConsignments outbox, HandedOver submissions, JsonMapper json) {
        this.outbox = outbox;
        this.submissions = submissions;
        this.json = json;
    }

    Mono<List<Consignment>> consignments(int limit) {
        // The outbox first: what it tells of was written with it, and stays.
        return outbox.next(limit).collectList()
                .flatMap(entries -> submissions.of(entries.stream().map(ConsignmentReader::key).distinct().toList())
                        .collectMap(Revision::key)
                        .map(found -> entries.stream()
                                .map(entry -> consignment(entry, Objects.requireNonNull(found.get(key(entry)))))
                                .toList()));
    }

    private static Key key(Entry entry) {
        return new Key(entry.submission(), entry.revision());
    }

    private Consignment consignment(Entry entry, Revision handed) {
        var id = entry.id();
        var application = entry.submission();
        var at = entry.at();
        return switch (entry.kind()) {
            case "submitted" -> new Consignment.Submitted(id, application, at, handed.receiptNumber().digits(),
                    handed.procedure().value(), handed.version(), handed.contentHash(),
                    json.readTree(required(handed.answers())), attachments(handed), handed.language(),
                    handed.noticeConsent(), handed.mail(), entry.traceparent());
            case "corrected" -> new Consignment.Corrected(id, application, at, required(handed.correction()),
                    json.readTree(required(handed.answers())), attachments(handed), handed.mail());
            case "withdrawn" -> new Consignment.Withdrawn(id, application, at, entry.words());
            case "message" -> new Consignment.MessageSent(id, application, at, required(entry.words()));
            case "notice-electronic" -> new Consignment.NoticeWayChosen(id, application, at, true);
            case "notice-paper" -> new Consignment.NoticeWayChosen(id, application, at, false);
            case "opened", "downloaded" -> new Consignment.NoticeOpened(id, application, at,
                    required(entry.document()), "downloaded".equals(entry.kind()));
            default -> throw new IllegalStateException("unknown kind of consignment " + id);
        };
    }

    private List<Consignment.Attachment> attachments(Revision handed) {
        return json.readValue(required(handed.attachments()), new TypeReference<List<Consignment.Attachment>>() {
        });
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
