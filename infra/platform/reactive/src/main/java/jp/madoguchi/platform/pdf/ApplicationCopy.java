package jp.madoguchi.platform.pdf;

import java.util.List;

/**
 * The applicant's copy of an application (控え).
 *
 * @param summary receipt number, arrival time (到達日時) and the like, shown in a frame at the top
 * @param sections the answers in the form's own order and words
 * @param remarks what the applicant should know, one paragraph each
 */
public record ApplicationCopy(String title, String issuer, String reference, List<Entry> summary,
        List<Section> sections, List<String> remarks) implements Paper {

    public ApplicationCopy {
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
    }
}
