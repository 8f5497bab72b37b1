package jp.madoguchi.portal.search;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.forms.definition.Procedure;

/** The parts of a procedure that are searched, with what a word found there weighs. */
enum Part {

    TITLE(6), KEYWORDS(5), LIFE(3), SUMMARY(1.5f), BODY(0.5f);

    static final String NUMBER = "number";
    /** A whole title or keyword as {@link jp.madoguchi.forms.japanese.SearchKey} compares it. */
    static final String NAME_KEY = "name-key";
    /** A whole life event, likewise. */
    static final String LIFE_KEY = "life-key";
    /** Those that are searched by how they are read, too. */
    static final Set<Part> READ = EnumSet.of(TITLE, KEYWORDS, LIFE);

    /** What stands in brackets in a title narrows it: 資格喪失の届出（死亡）. */
    static final Pattern BRACKETS = Pattern.compile("[（(]([^）)]*)[）)]");

    private final float weight;

    Part(float weight) {
        this.weight = weight;
    }

    float weight() {
        return weight;
    }

    String field() {
        return name();
    }

    /** How each of its texts is read, as pairs of characters. */
    String reading() {
        return name() + "-reading";
    }

    /** In every language that there is. */
    Stream<String> texts(Procedure procedure) {
        return switch (this) {
            // What stands in brackets tells the case apart, it is not what the procedure is about.
            case TITLE -> procedure.title().texts().values().stream()
                    .map(title -> BRACKETS.matcher(title).replaceAll(""));
            case KEYWORDS -> procedure.keywords().stream();
            case LIFE -> procedure.lifeEvents().stream();
            case SUMMARY -> Stream.concat(procedure.title().texts().values().stream(),
                    procedure.summary().texts().values().stream());
            case BODY -> Stream.concat(procedure.whoCanApply().texts().values().stream(),
                    procedure.whatIsNeeded().texts().values().stream());
        };
    }
}
