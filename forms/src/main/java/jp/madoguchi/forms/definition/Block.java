package jp.madoguchi.forms.definition;

import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.BlockId;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;

/**
 * A template of questions that many forms ask alike: a person, an address, an account. A version never changes.
 *
 * @param version from 1
 * @param parts the questions; their ids are the names of the parts, and their conditions speak only of parts
 */
public record Block(BlockId id, int version, Localized title, List<Question> parts) {

    public Block {
        parts = List.copyOf(parts);
    }

    public Optional<Question> part(QuestionId part) {
        return parts.stream().filter(question -> question.id().equals(part)).findFirst();
    }
}
