package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.block.BlockCopy;
import jp.madoguchi.forms.block.Blocks;
import jp.madoguchi.forms.definition.CopiedFrom;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.publishing.VersionComparison.Difference;

/**
 * A question of a form beside the block that it is a copy from. When it is asked and what fills it in is the form's own
 * affair and no difference.
 *
 * @param place where it stands in the form, in its words: 「請求する方 → お名前」
 * @param block what the block is called; its id where it is not known
 * @param isKnown whether the block, its version and its part are there
 * @param differences how the copy differs from its template, before being the template
 * @param onlyWords whether it differs in nothing but label, hint and explanation, which every form may choose
 * @param newest the newest version of the block; 0 where there is none
 * @param since what the newest version changed in this part, before being the template of the copy
 */
public record CopyComparison(QuestionId question, String place, CopiedFrom from, String block, boolean isKnown,
        List<Difference> differences, boolean onlyWords, int newest, List<Difference> since) {

    public CopyComparison {
        differences = List.copyOf(differences);
        since = List.copyOf(since);
    }

    public boolean hasNewer() {
        return newest > from.version();
    }

    /** All copies in the order of the form. */
    public static List<CopyComparison> of(Procedure procedure, Blocks blocks) {
        var all = new ArrayList<CopyComparison>();
        for (var page : procedure.pages()) {
            for (var item : page.items()) {
                if (item instanceof Question question && question.copiedFrom() != null) {
                    all.add(of(procedure, page, question, question.copiedFrom(), blocks));
                }
            }
        }
        return List.copyOf(all);
    }

    private static CopyComparison of(Procedure procedure, Page page, Question copy, CopiedFrom from, Blocks blocks) {
        var place = page.title().ja() + " → " + copy.label().ja();
        var newest = blocks.newest(from.block());
        int version = newest.map(block -> block.version()).orElse(0);
        var template = blocks.find(from.block(), from.version()).flatMap(block -> block.part(from.part()));
        var title = newest.map(block -> block.title().ja()).orElse(from.block().value());
        if (template.isEmpty()) {
            return new CopyComparison(copy.id(), place, from, title, false, List.of(), true, version, List.of());
        }
        var original = as(copy, template.get(), procedure);
        var since = version <= from.version()
                ? List.<Difference>of()
                : newest.flatMap(block -> block.part(from.part()))
                        .map(part -> differences(procedure, page, original, as(copy, part, procedure)))
                        .orElse(List.of());
        return new CopyComparison(copy.id(), place, from, title, true, differences(procedure, page, original, copy),
                withWordsOf(copy, original).equals(copy), version, since);
    }

    /** The template as it would stand in the place of the copy. */
    private static Question as(Question copy, Question template, Procedure procedure) {
        var part = BlockCopy.spoken(template, procedure.languages());
        return new Question(copy.id(), withEraOf(copy, part.kind()), part.label(), part.hint(), part.help(),
                part.required(), copy.showIf(), part.sensitivity(), part.purpose(), copy.copiedFrom(), copy.prefill(),
                copy.sameAs());
    }

    private static Question withWordsOf(Question copy, Question original) {
        return new Question(copy.id(), original.kind(), copy.label(), copy.hint(), copy.help(), original.required(),
                copy.showIf(), original.sensitivity(), original.purpose(), copy.copiedFrom(), copy.prefill(),
                copy.sameAs());
    }

    /** In which era most answers lie depends on whom a copy asks about. */
    private static QuestionKind withEraOf(Question copy, QuestionKind part) {
        return part instanceof QuestionKind.Date date && copy.kind() instanceof QuestionKind.Date own
                ? new QuestionKind.Date(date.earliest(), date.latest(), own.era())
                : part;
    }

    /** Compares two forms that differ in this one question, so that the words are those of every comparison. */
    private static List<Difference> differences(Procedure procedure, Page page, Question before, Question after) {
        return VersionComparison.between(alone(procedure, page, before), alone(procedure, page, after));
    }

    private static Procedure alone(Procedure procedure, Page page, Item item) {
        return procedure.withPages(
                List.of(new Page(page.id(), page.title(), page.intro(), page.showIf(), List.of(item))));
    }
}
