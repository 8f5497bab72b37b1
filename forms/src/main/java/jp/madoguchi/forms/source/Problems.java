package jp.madoguchi.forms.source;

import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.source.InvalidFile.Problem;

/**
 * Collects what is wrong in a file, so that all of it is told at once.
 */
public final class Problems implements ProblemSink {

    /** The longest file that is read, in UTF-16 units: the longest of the sample catalogue fifteen times over. */
    public static final int MOST_CHARACTERS = 1_000_000;

    static final String EMPTY = "ファイルに何も書かれていません。内容を書いてください。";
    static final String TOO_LONG = "ファイルが長すぎます（" + MOST_CHARACTERS / 10_000 + "万文字まで）。短くするか、分けてください。";
    static final String TOO_DEEP = "入れ子が深すぎます（" + Tree.MOST_DEEP + "段まで）。かっこや字下げの段を減らしてください。";

    private static final int MOST = 200;

    private final List<Problem> found = new ArrayList<>();

    @Override
    public void add(Place place, String path, String reason) {
        var problem = new Problem(place.line(), place.column(), path, reason);
        // What is looked at twice is still told once.
        if (found.size() < MOST && !found.contains(problem)) {
            found.add(problem);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public InvalidFile invalid() {
        return new InvalidFile(found);
    }

    static InvalidFile one(Place place, String reason) {
        return new InvalidFile(List.of(new Problem(place.line(), place.column(), "", reason)));
    }
}
