package jp.madoguchi.platform.pagekit;

import java.util.List;

/**
 * The places of a postal code, for browsers without a script.
 *
 * @param findName   name of the submit button that looks the code up
 * @param takeName   name of the submit buttons that take a place: its value is the question, with a slash and the number of the
 *     place where there is a button for each
 * @param choiceName name of the list from which a place is chosen where there are too many for buttons
 * @param asked      whether the code was looked up
 * @param places     what it stands for, in words
 */
public record PostalOffer(String findName, String takeName, String choiceName, boolean asked, List<String> places) {

    /** More buttons than this nobody looks through. */
    private static final int MOST_BUTTONS = 20;

    public PostalOffer {
        places = List.copyOf(places);
    }

    public boolean isLong() {
        return places.size() > MOST_BUTTONS;
    }
}
