package jp.madoguchi.backoffice.casework;

import static jp.madoguchi.backoffice.casework.Cases.CLERK;
import static jp.madoguchi.backoffice.casework.Cases.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventChainTest {

    private final CaseFile file = file();
    private final List<EventChain.Link> links = EventChain.extend(EventChain.BEGINNING, file.history());
    private final String last = links.getLast().hash();

    private static CaseFile file() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), Cases.LEASE);
        file.messages().note(CLERK, NoteKind.FACT, "𠮷野家の領収書を確認「済」\n<b>", at(16, 10, 5));
        return file;
    }

    @Test
    void aWholeRecordIsWholeAndReadsBack() {
        assertThat(EventChain.verify(file.id(), links, last)).isEmpty();
        assertThat(links).extracting(link -> EventJson.read(link.body())).isEqualTo(file.history());
    }

    @Test
    void anyChangeIsFoundWhereItIs() {
        var changed = new ArrayList<>(links);
        var second = changed.get(1);
        changed.set(1, new EventChain.Link(2, second.body().replace("一郎", "二郎"), second.previousHash(),
                second.hash()));
        assertThat(EventChain.verify(file.id(), changed, last)).map(EventChain.Break::sequence).hasValue(2);
    }

    @Test
    void aMissingMiddleOrEndIsFound() {
        assertThat(EventChain.verify(file.id(), List.of(links.get(0), links.get(2)), last)).isPresent();
        assertThat(EventChain.verify(file.id(), links.subList(0, 2), last)).isPresent();
        assertThat(EventChain.verify(java.util.UUID.randomUUID(), links, last)).as("of another case").isPresent();
    }

    @Test
    void theFormOfEventsIsARecordForDecades() {
        var claimed = new CaseEvent(java.util.UUID.fromString("00000000-0000-0000-0000-00000000000a"), 2,
                at(16, 10, 0), Actor.of(CLERK), new EventPayload.Claimed());
        assertThat(EventJson.write(claimed, "0123456789abcdef0123456789abcdef")).isEqualTo("{\"actor\":{\"id\":\""
                + CLERK.id()
                + "\",\"kind\":\"STAFF\",\"name\":\"中央 一郎\",\"office\":\"中央区役所\"},"
                + "\"at\":\"2026-11-16T01:00:00Z\",\"caseId\":\"00000000-0000-0000-0000-00000000000a\","
                + "\"salt\":\"0123456789abcdef0123456789abcdef\",\"sequence\":2,\"what\":{\"type\":\"claimed\"}}");
    }
}
