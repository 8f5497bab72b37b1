package jp.madoguchi.platform.pagekit;

import java.util.List;

import gg.jte.Content;
import jp.madoguchi.platform.pagekit.compiled.StaticTemplates;

/** Small parts of pages. Templates write {@code ${Parts.badge(Tone.SUCCESS, "承認")}}. */
public final class Parts {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private Parts() {}

    /**
     * One entry of the error summary.
     *
     * @param target id of the field that is wrong, empty if the error belongs to no field
     */
    public record ErrorLink(String message, String target) {

        /** A field of this page by its id, or where another page's address was given, that one. */
        public String href() {
            return target.startsWith("/") ? target : "#" + target;
        }
    }

    /** One step of the way to this page; the last one has an empty address. */
    public record Crumb(String label, String href) {

        /** The page itself. */
        public static Crumb here(String label) {
            return new Crumb(label, "");
        }
    }

    /** The hidden fields every POST form needs: the CSRF token, and a key of its own by which it counts once ({@code OnceKey}). */
    public static Content csrf(PageFrame frame) {
        return TEMPLATES.partCsrf(frame);
    }

    public static Content alert(Tone tone, String title) {
        return TEMPLATES.partAlert(tone, title, null);
    }

    public static Content alert(Tone tone, String title, Content body) {
        return TEMPLATES.partAlert(tone, title, body);
    }

    /** The list of everything wrong on the page, with links; takes the focus when the page loads. */
    public static Content errors(PageFrame frame, List<ErrorLink> errors) {
        return TEMPLATES.partErrors(frame, errors);
    }

    /** The way here; home is added in front. */
    public static Content breadcrumbs(PageFrame frame, Crumb... crumbs) {
        return TEMPLATES.partBreadcrumbs(frame, List.of(crumbs));
    }

    /** 「3ページ目（全6〜8ページ）」 where it depends on answers to come how many pages there are. */
    public static Content steps(PageFrame frame, int page, int least, int most) {
        return TEMPLATES.partSteps(frame, page, least, most);
    }

    public static Content badge(Tone tone, String label) {
        return TEMPLATES.partBadge(tone, label);
    }

    /** Said where a list has nothing to show: what that means and what to do next. */
    public static Content empty(String title, String text) {
        return TEMPLATES.partEmpty(title, text, "", "");
    }

    public static Content empty(String title, String text, String action, String href) {
        return TEMPLATES.partEmpty(title, text, action, href);
    }

    /** Links to the neighbouring pages of a list read by key; an empty address means there is none. */
    public static Content pager(PageFrame frame, String previous, String next, String summary) {
        return TEMPLATES.partPager(frame, previous, next, summary);
    }

    /** Whom to ask: name, phone with hours, counter. */
    public static Content contact(PageFrame frame, Contact contact) {
        return TEMPLATES.partContact(frame, contact);
    }
}
