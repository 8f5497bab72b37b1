package jp.madoguchi.platform.pagekit;

import java.util.List;

/**
 * One entry of a long list: what is chosen, what was searched for and what was found.
 *
 * @param words    what was typed to search for
 * @param chosen   value chosen so far, empty for none
 * @param options  the entry chosen and what was found
 * @param total    how many were found in all; more than are shown where the words fit too many
 * @param findName name of the submit button that searches, its value being the name of the field
 * @param address  where a script asks while typing, empty for nowhere
 */
public record ListedChoice(String words, String chosen, List<Option> options, int total, String findName,
        String address) {

    /** As many entries as are shown of one search. */
    public static final int MOST = 20;

    public ListedChoice {
        options = List.copyOf(options);
    }

    public String statusId(Field field) {
        return field.id() + "-found";
    }

    /** What the search led to, in words; empty where nothing was searched for. */
    public String status(Field field) {
        if (words.isBlank()) {
            return "";
        }
        return total == 0
                ? field.say("listed.none")
                : total > MOST
                        ? field.say("listed.more").replace("{0}", String.valueOf(total))
                        : field.say("listed.found").replace("{0}", String.valueOf(total));
    }
}
