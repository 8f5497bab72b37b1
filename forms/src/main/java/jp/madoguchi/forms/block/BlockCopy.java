package jp.madoguchi.forms.block;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Renamed;
import jp.madoguchi.forms.definition.Block;
import jp.madoguchi.forms.definition.CopiedFrom;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;

import org.jspecify.annotations.Nullable;

/**
 * Copies a block into a form. The copies carry a link to their template and are the form's own from then on.
 *
 * @param prefix stands before every part with a hyphen between ({@code claimant} gives {@code claimant-name}); empty for none
 * @param own whether the block asks about the person at the screen: only then are the copies filled in from the profile
 * @param showIf the questions are asked only where this holds, besides their own conditions
 */
public record BlockCopy(Block block, String prefix, boolean own, Condition showIf) {

    /** The copy cannot be made; the message says why and what to do, in Japanese. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * The form with the copies on a page.
     *
     * @param at before which item of the page, from 0; at or beyond the number of items: at its end
     * @throws Refused where there is no such page, the prefix makes no ids, or an id is taken
     */
    public Procedure into(Procedure procedure, PageId page, int at) {
        var target = procedure.page(page).orElseThrow(() -> new Refused("ページ「" + page + "」がありません。ページを選び直してください。"));
        var copies = block.parts().stream().map(part -> copy(part, procedure.languages())).toList();
        for (var copy : copies) {
            if (procedure.item(copy.id()).isPresent()) {
                throw new Refused("質問の番号「" + copy.id() + "」はもう使われています。別の接頭語を付けてください。");
            }
        }
        var items = new ArrayList<Item>(target.items());
        items.addAll(Math.clamp(at, 0, items.size()), copies);
        return procedure.withPages(procedure.pages().stream()
                .map(each -> each.id().equals(page)
                        ? new Page(each.id(), each.title(), each.intro(), each.showIf(), items)
                        : each)
                .toList());
    }

    private Question copy(Question part, Set<Language> languages) {
        var spoken = spoken(part, languages);
        return new Question(id(part.id()), spoken.kind(), spoken.label(), spoken.hint(), spoken.help(),
                spoken.required(), both(showIf, Renamed.condition(part.showIf(), this::id)), spoken.sensitivity(),
                spoken.purpose(), new CopiedFrom(block.id(), part.id(), block.version()),
                own ? part.prefill() : null,
                part.sameAs() == null ? null : id(part.sameAs()));
    }

    /** A question of a block with its texts in these languages only, and always in Japanese. */
    public static Question spoken(Question part, Set<Language> languages) {
        UnaryOperator<Localized> only = text -> only(text, languages);
        return new Question(part.id(), part.kind().withTexts(only), only.apply(part.label()),
                maybe(part.hint(), only), maybe(part.help(), only), part.required(), part.showIf(), part.sensitivity(),
                maybe(part.purpose(), only), part.copiedFrom(), part.prefill(), part.sameAs());
    }

    private QuestionId id(QuestionId part) {
        var id = prefix.isEmpty() ? part.value() : prefix + "-" + part;
        if (!QuestionId.isValid(id)) {
            throw new Refused("「" + prefix + "」は接頭語にできません。英小文字で始まり、英小文字、数字、ハイフンだけの短い言葉にしてください。");
        }
        return new QuestionId(id);
    }

    private static Condition both(Condition outer, Condition own) {
        var parts = Stream.of(outer, own).filter(each -> !each.equals(Condition.ALWAYS)).toList();
        return switch (parts.size()) {
            case 0 -> Condition.ALWAYS;
            case 1 -> parts.getFirst();
            default -> new Condition.All(List.copyOf(parts));
        };
    }

    private static @Nullable Localized maybe(@Nullable Localized text, UnaryOperator<Localized> only) {
        return text == null ? null : only.apply(text);
    }

    private static Localized only(Localized text, Set<Language> languages) {
        var texts = new EnumMap<Language, String>(Language.class);
        text.texts().forEach((language, words) -> {
            if (language == Language.JA || languages.contains(language)) {
                texts.put(language, words);
            }
        });
        return new Localized(texts);
    }
}
