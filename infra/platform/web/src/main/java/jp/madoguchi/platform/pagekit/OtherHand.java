package jp.madoguchi.platform.pagekit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody else fills in, as the applicant sees it.
 *
 * @param state how it stands, empty for nothing to say
 * @param papers what was filled in, to be looked at and not to be changed
 * @param askName name of the submit button that leads to asking
 * @param button its words, empty for none
 * @param id that the error summary leads to, null where another control has it
 * @param about what the button is about, for those who hear it alone
 */
public record OtherHand(String state, List<UploadedFile> papers, String askName, String askValue, String button,
        @Nullable String id, String about) {

    public OtherHand {
        papers = List.copyOf(papers);
    }
}
