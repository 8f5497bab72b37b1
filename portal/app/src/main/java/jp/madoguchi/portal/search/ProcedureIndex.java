package jp.madoguchi.portal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.japanese.SearchKey;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The published procedures as they are searched, in memory: built anew when a version is published (off the event loop),
 * and read without a lock. A thousand procedures take a few megabytes.
 */
public final class ProcedureIndex {

    private static final int MOST = 100;
    /** Whoever does not ask for the narrow case more likely wants the wide one. */
    private static final float NARROW = 0.85f;

    private final List<Procedure> procedures;
    private final List<Set<String>> narrowed;
    private final Synonyms synonyms;
    private final IndexSearcher searcher;

    private ProcedureIndex(List<Procedure> procedures, List<Set<String>> narrowed, Synonyms synonyms,
            IndexSearcher searcher) {
        this.procedures = procedures;
        this.narrowed = narrowed;
        this.synonyms = synonyms;
        this.searcher = searcher;
    }

    /** @param procedures in the order in which equals are to be shown */
    public static ProcedureIndex of(List<Procedure> procedures, Synonyms synonyms) {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer()))) {
            for (int i = 0; i < procedures.size(); i++) {
                writer.addDocument(document(procedures.get(i), i));
            }
            writer.commit();
            var narrowed = procedures.stream().map(procedure -> narrowed(procedure.title().ja())).toList();
            return new ProcedureIndex(List.copyOf(procedures), narrowed, synonyms,
                    new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Analyzer analyzer() {
        var bigrams = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new NGramTokenizer(2, 2));
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return 100;
            }
        };
        return new PerFieldAnalyzerWrapper(Words.BASE_FORMS,
                Part.READ.stream().collect(Collectors.toMap(Part::reading, part -> bigrams)));
    }

    private static Document document(Procedure procedure, int number) {
        var document = new Document();
        document.add(new StoredField(Part.NUMBER, number));
        for (var part : Part.values()) {
            part.texts(procedure).map(Typed::plain).forEach(
                    text -> document.add(new TextField(part.field(), text, Field.Store.NO)));
        }
        for (var part : Part.READ) {
            var key = part == Part.LIFE ? Part.LIFE_KEY : Part.NAME_KEY;
            part.texts(procedure).forEach(name -> {
                document.add(new StringField(key, SearchKey.of(name), Field.Store.NO));
                document.add(new TextField(part.reading(), Words.reading(Typed.plain(name)), Field.Store.NO));
            });
        }
        return document;
    }

    private static Set<String> narrowed(String title) {
        return Part.BRACKETS.matcher(Typed.plain(title)).results()
                .flatMap(found -> Words.of(found.group(1)).stream()).map(Words.Word::base)
                .collect(Collectors.toSet());
    }

    /** What of it is read: the first hundred characters. */
    public static String shortened(String words) {
        return Typed.shortened(words);
    }

    /** @param words as typed; what is over a hundred characters is not read */
    public Hits find(String words) {
        var question = Question.read(Typed.of(words), synonyms);
        if (question.things().isEmpty()) {
            return Hits.NONE;
        }
        var queries = new Queries(question);
        var fitting = best(queries.all(), question);
        return fitting.isEmpty() ? new Hits(best(queries.near(), question), true) : new Hits(fitting, false);
    }

    private record Scored(ProcedureId procedure, float score) {}

    private List<ProcedureId> best(org.apache.lucene.search.Query query, Question question) {
        var bases = question.bases();
        try {
            var found = new ArrayList<Scored>();
            var fields = searcher.storedFields();
            for (var hit : searcher.search(query, MOST).scoreDocs) {
                int number = fields.document(hit.doc).getField(Part.NUMBER).numericValue().intValue();
                var only = narrowed.get(number);
                boolean narrower = !only.isEmpty() && only.stream().noneMatch(bases::contains);
                found.add(new Scored(procedures.get(number).id(), narrower ? hit.score * NARROW : hit.score));
            }
            return found.stream().sorted(Comparator.comparing(Scored::score).reversed()).map(Scored::procedure)
                    .toList();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
