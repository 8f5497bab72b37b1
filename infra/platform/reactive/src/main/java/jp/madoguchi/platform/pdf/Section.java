package jp.madoguchi.platform.pdf;

import java.util.List;

/**
 * Facts under one heading.
 *
 * @param heading empty for none
 */
public record Section(String heading, List<Entry> entries) {

    public Section {
        entries = List.copyOf(entries);
    }
}
