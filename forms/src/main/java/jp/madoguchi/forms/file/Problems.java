package jp.madoguchi.forms.file;

import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.file.DefinitionFile.InvalidDefinition;
import jp.madoguchi.forms.file.DefinitionFile.Problem;
import jp.madoguchi.forms.source.Tree;
import jp.madoguchi.forms.source.Place;
import jp.madoguchi.forms.source.ProblemSink;

/**
 * Collects what is wrong in a file, so that all of it is told at once.
 */
final class Problems implements ProblemSink {

    static final String EMPTY = "ファイルに何も書かれていません。手続きの定義を書いてください。";
    static final String TOO_LONG = "ファイルが長すぎます（" + DefinitionFile.MOST_CHARACTERS / 10_000 + "万文字まで）。手続きを分けてください。";
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

    boolean isEmpty() {
        return found.isEmpty();
    }

    InvalidDefinition invalid() {
        return new InvalidDefinition(found);
    }

    static InvalidDefinition one(Place place, String reason) {
        return new InvalidDefinition(List.of(new Problem(place.line(), place.column(), "", reason)));
    }
}
