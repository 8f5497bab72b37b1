package jp.madoguchi.platform.pagekit;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;

import jp.madoguchi.platform.pagekit.compiled.StaticTemplates;

/** The two frames pages hang in. Templates call these with their content as a block. */
public final class Layouts {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private Layouts() {}

    /** For residents: one column of readable width, large type, one thing at a time (portal, identity). */
    public static JteModel resident(PageFrame frame, Content content) {
        return TEMPLATES.layoutResident(frame, content, false);
    }

    /** For residents, with the full width for lists of cards, such as the home page. */
    public static JteModel residentWide(PageFrame frame, Content content) {
        return TEMPLATES.layoutResident(frame, content, true);
    }

    /** For staff: dense, up to 1440 px wide (back office). */
    public static JteModel staff(PageFrame frame, Content content) {
        return TEMPLATES.layoutStaff(frame, content);
    }

    /**
     * What is shown instead of a page when something went wrong; the frame's title says what.
     *
     * @param status   HTTP status
     * @param detail   what happened and what to do
     * @param understood whether the detail is in the language of the page
     * @param incident number under which the log knows it, empty for none
     * @param ways     the ways that lead back to where one was, nearest first
     */
    public static JteModel problem(PageFrame frame, int status, String detail, boolean understood, String incident,
            List<NavItem> ways) {
        return TEMPLATES.layoutProblem(frame, status, detail, understood, incident, ways);
    }

    /** What is shown when a form came after its session had ended: its fields wait behind one button. */
    public static JteModel keptForm(PageFrame frame, String target, Map<String, List<String>> fields) {
        return TEMPLATES.layoutKeptForm(frame, target, fields);
    }
}
