package jp.madoguchi.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.madoguchi.forms.japanese.SearchKey;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A question as the index is asked it. */
final class Queries {

    /** A title or keyword that is exactly what was said; a life event counts half, it has many procedures. */
    private static final float EXACT = 14;
    /** Read the same, or read inside of a name (ほいくえん, こくほ), times the weight of the part. */
    private static final float READ = 1.5f;
    /** All that was typed, read inside of one name. */
    private static final float READ_WHOLE = 5;
    /** Kanji that are read alike mean something else: 駐車 is not 注射. */
    private static final Pattern KANJI_ONLY = Pattern.compile("\\p{IsHan}+");
    /** What the office calls it counts a little less than the words that were typed. */
    private static final float MEANT = 0.8f;
    /** Two kana are read alike by chance. */
    private static final int SHORTEST_READING = 3;
    /** Share of the pairs of characters that must be found for a name to be written alike. */
    private static final double ALIKE = 0.75;

    private final Question question;

    Queries(Question question) {
        this.question = question;
    }

    /** Everything that is meant must be there, or the whole reading within one name. */
    Query all() {
        var together = new BooleanQuery.Builder();
        question.things().forEach(thing -> together.add(thing(thing, Part.values()), Occur.MUST));
        var reading = Words.reading(question.typed().text());
        var ways = new ArrayList<Query>(List.of(together.build(), exact(question.typed().text())));
        if (reading.length() >= SHORTEST_READING) {
            ways.add(read(reading, READ_WHOLE));
        }
        return anyOf(ways);
    }

    /** Something that is meant is there, or a name is nearly written so. */
    Query near() {
        var any = new BooleanQuery.Builder();
        question.things().forEach(thing -> any.add(thing(thing, Part.TITLE, Part.KEYWORDS, Part.LIFE), Occur.SHOULD));
        var reading = Words.reading(question.typed().text());
        if (reading.length() > SHORTEST_READING) {
            for (var part : Part.READ) {
                any.add(written(reading, part), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static Query thing(Question.Thing thing, Part... parts) {
        var names = new ArrayList<Query>();
        for (int i = 0; i < thing.names().size(); i++) {
            var named = named(thing.names().get(i), parts);
            names.add(i == 0 ? named : new BoostQuery(named, MEANT));
        }
        return anyOf(names);
    }

    private static Query named(String name, Part... parts) {
        var ways = new ArrayList<Query>(List.of(exact(name)));
        var words = Words.of(name);
        for (var part : parts) {
            if (!words.isEmpty()) {
                var all = new BooleanQuery.Builder();
                words.forEach(word -> all.add(new TermQuery(new Term(part.field(), word.base())), Occur.MUST));
                ways.add(new BoostQuery(all.build(), part.weight()));
            }
        }
        var reading = Words.reading(name);
        if (reading.length() >= SHORTEST_READING && !KANJI_ONLY.matcher(name).matches()) {
            ways.add(read(reading, READ));
        }
        return new DisjunctionMaxQuery(ways, 1);
    }

    private static Query exact(String name) {
        var key = SearchKey.of(name);
        return new DisjunctionMaxQuery(List.of(whole(Part.NAME_KEY, key, EXACT), whole(Part.LIFE_KEY, key, EXACT / 2)),
                0);
    }

    private static Query whole(String field, String key, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, key))), weight);
    }

    private static Query read(String reading, float weight) {
        var places = new ArrayList<Query>();
        for (var part : Part.READ) {
            var phrase = new PhraseQuery.Builder();
            pairs(reading).forEach(pair -> phrase.add(new Term(part.reading(), pair)));
            places.add(new BoostQuery(new ConstantScoreQuery(phrase.build()), weight * part.weight()));
        }
        return new DisjunctionMaxQuery(places, 1);
    }

    private static Query written(String reading, Part part) {
        var pairs = new BooleanQuery.Builder();
        var grams = pairs(reading);
        grams.forEach(gram -> pairs.add(new TermQuery(new Term(part.reading(), gram)), Occur.SHOULD));
        pairs.setMinimumNumberShouldMatch((int) Math.ceil(grams.size() * ALIKE));
        return new BoostQuery(pairs.build(), part.weight());
    }

    private static List<String> pairs(String reading) {
        var points = reading.codePoints().toArray();
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }

    private static Query anyOf(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, 0.2f);
    }
}
