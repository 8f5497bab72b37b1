package jp.madoguchi.backoffice.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.forms.Sha256;
import org.jspecify.annotations.Nullable;

/** What each applicant was told: where the application stands, words and documents. */
final class Applicants {

    private final Map<UUID, Told> applications = new HashMap<>();
    private final Map<UUID, Paper> papers = new LinkedHashMap<>();

    /** A document and whose it is; shown once an update announced it. */
    record Paper(UUID application, String name, String sha256, byte[] content) {}

    private static final class Told {
        private final Map<UUID, ApplicationUpdate> updates = new LinkedHashMap<>();
        private final List<UUID> announced = new ArrayList<>();
        private @Nullable ApplicationUpdate standing;
    }

    synchronized void arrived(UUID application) {
        applications.putIfAbsent(application, new Told());
    }

    private Told told(UUID application) {
        var known = applications.get(application);
        if (known == null) {
            throw new Refused(404, "no such application");
        }
        return known;
    }

    synchronized void take(UUID application, UUID id, ApplicationUpdate update) {
        if (!update.id().equals(id)) {
            throw new Refused(400, "another id in the body");
        }
        var told = told(application);
        if (told.updates.containsKey(id)) {
            return;
        }
        var document = update.document();
        if (document != null) {
            var paper = papers.get(document);
            if (paper == null || !paper.application().equals(application)) {
                throw new Refused(404, "no such document");
            }
            told.announced.add(document);
        }
        told.updates.replaceAll((earlier, said) -> without(said, update.takenOut()));
        told.updates.put(id, update);
        if (told.standing == null || told.standing.sequence() < update.sequence()) {
            told.standing = update;
        }
    }

    private static ApplicationUpdate without(ApplicationUpdate said, List<ApplicationUpdate.TakenOut> texts) {
        var message = said.message();
        return message == null || texts.stream().noneMatch(text -> text.sha256()
                .equals(Sha256.hex((text.salt() + "\n" + message).getBytes(StandardCharsets.UTF_8))))
                        ? said
                        : new ApplicationUpdate(said.id(), said.sequence(), said.at(), said.stage(), said.office(),
                                said.expectedBy(), said.correction(), said.outcome(), "（削除しました）", said.document(),
                                said.takenOut());
    }

    synchronized void keep(UUID application, UUID document, Paper paper) {
        told(application);
        if (!paper.sha256().matches("[0-9a-f]{64}")) {
            throw new Refused(400, "no digest");
        }
        var kept = papers.get(document);
        if (kept != null) {
            if (!kept.application().equals(application) || !kept.sha256().equals(paper.sha256())) {
                throw new Refused(409, "document exists");
            }
            return;
        }
        if (!Sha256.hex(paper.content()).equals(paper.sha256())) {
            throw new Refused(422, "digest does not match");
        }
        papers.put(document, paper);
    }

    /** In the order they came, each once. */
    synchronized List<ApplicationUpdate> updates(UUID application) {
        var told = applications.get(application);
        return told == null ? List.of() : List.copyOf(told.updates.values());
    }

    /** The update that says where it stands; null before the first. One that was overtaken does not count. */
    synchronized @Nullable ApplicationUpdate standing(UUID application) {
        return told(application).standing;
    }

    synchronized List<Paper> shown(UUID application) {
        return told(application).announced.stream().distinct().map(id -> Objects.requireNonNull(papers.get(id)))
                .toList();
    }

    /** The documents an applicant can open, by their ids. */
    synchronized List<UUID> announced(UUID application) {
        return told(application).announced.stream().distinct().toList();
    }

    synchronized Map<UUID, byte[]> documents() {
        var all = new HashMap<UUID, byte[]>();
        papers.forEach((id, paper) -> all.put(id, paper.content()));
        return all;
    }
}
