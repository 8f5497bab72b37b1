package jp.madoguchi.backoffice.portal;

import jp.madoguchi.forms.source.InvalidFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import org.jspecify.annotations.Nullable;
import jp.madoguchi.exchange.DraftCount;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.file.DefinitionFile;

/** Published versions; none of them ever changes. */
final class Shelf {

    private final Map<String, TreeMap<Integer, PublishedVersion>> versions = new ConcurrentHashMap<>();
    private final Map<String, TreeMap<Integer, Long>> drafts = new ConcurrentHashMap<>();
    private final Map<String, ProcedureStanding> standings = new ConcurrentHashMap<>();
    private final Map<String, ProcedureFigures> figures = new ConcurrentHashMap<>();

    private int cityRevision;
    private @Nullable City city;

    synchronized void publish(String procedure, int version, PublishedVersion content) {
        if (version < 1 || !ProcedureId.isValid(procedure)
                || !Sha256.hex(content.definition()).equals(content.contentHash())
                || !procedure.equals(definedBy(content))) {
            throw new Refused(422, "unusable definition");
        }
        var known = versions.computeIfAbsent(procedure, name -> new TreeMap<>()).putIfAbsent(version, content);
        if (known != null && !known.contentHash().equals(content.contentHash())) {
            throw new Refused(409, "version taken");
        }
    }

    /** Somebody begins to fill in the newest version. */
    synchronized void begin(String procedure) {
        drafts.computeIfAbsent(procedure, name -> new TreeMap<>()).merge(newest(procedure), 1L, Long::sum);
    }

    synchronized List<DraftCount> drafts(String procedure) {
        if (!versions.containsKey(procedure)) {
            throw new Refused(404, "not published");
        }
        return drafts.getOrDefault(procedure, new TreeMap<>()).entrySet().stream()
                .map(count -> new DraftCount(count.getKey(), count.getValue())).toList();
    }

    synchronized void stand(String procedure, ProcedureStanding decided) {
        if (!decided.isWhole()) {
            throw new Refused(400, "parts that do not fit");
        }
        if (!versions.containsKey(procedure)) {
            throw new Refused(404, "not published");
        }
        standings.merge(procedure, decided, (old, fresh) -> old.at().isBefore(fresh.at()) ? fresh : old);
    }

    Map<String, ProcedureStanding> standings() {
        return Map.copyOf(standings);
    }

    synchronized void count(String procedure, ProcedureFigures counted) {
        if (!versions.containsKey(procedure)) {
            throw new Refused(404, "not published");
        }
        figures.merge(procedure, counted, (old, fresh) -> old.asOf().isBefore(fresh.asOf()) ? fresh : old);
    }

    Map<String, ProcedureFigures> figures() {
        return Map.copyOf(figures);
    }

    synchronized void tell(CityDescription told) {
        if (told.revision() < 1) {
            throw new Refused(400, "no such revision");
        }
        try {
            var read = CityFile.readJson(told.content());
            if (told.revision() > cityRevision) {
                cityRevision = told.revision();
                city = read;
            }
        } catch (InvalidFile unreadable) {
            throw new Refused(422, "unreadable city");
        }
    }

    synchronized @Nullable City city() {
        return city;
    }

    private static String definedBy(PublishedVersion content) {
        try {
            return DefinitionFile.readJson(content.definition()).id().value();
        } catch (InvalidFile unreadable) {
            throw new Refused(422, "unreadable definition");
        }
    }

    /** By {@code procedure/version}. */
    synchronized Map<String, PublishedVersion> published() {
        var all = new TreeMap<String, PublishedVersion>();
        versions.forEach((procedure, numbered) -> numbered
                .forEach((version, content) -> all.put(procedure + "/" + version, content)));
        return all;
    }

    /** The number that new applications use. */
    synchronized int newest(String procedure) {
        return Objects.requireNonNull(versions.get(procedure)).lastKey();
    }
}
