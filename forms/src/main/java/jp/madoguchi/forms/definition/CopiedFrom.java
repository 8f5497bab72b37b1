package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.BlockId;
import jp.madoguchi.forms.QuestionId;

/**
 * Where a question was copied from. A link for people, never a shared reference: a newer version of the block changes no
 * form until a designer copies it again.
 *
 * @param part the question's id within the block
 * @param version of the block, from 1
 */
public record CopiedFrom(BlockId block, QuestionId part, int version) {
    public CopiedFrom {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of block " + block);
        }
    }
}
