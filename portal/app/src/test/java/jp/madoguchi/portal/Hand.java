package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A hand on a page's controls: types into each as one does into its kind, and reads what stands there. */
final class Hand {

    private static final String IS_TOLD_OF = """
            (error, id) => {
              const frames = [];
              for (let at = document.getElementById(id); at && at.tagName !== 'MAIN'; at = at.parentElement) frames.push(at);
              return frames.some(at => (at.getAttribute('aria-describedby') || '').split(' ').includes(error.id))
                && [...document.querySelectorAll('#errors a')].some(link => link.hash === '#' + id);
            }""";

    private final Page page;

    Hand(Page page) {
        this.page = page;
    }

    void types(Map<String, String> fields) {
        fields.forEach(this::types);
    }

    /** Several values of check boxes are separated by commas. */
    void types(String name, String value) {
        var control = control(name);
        switch (kind(control)) {
            case "radio" -> option(name, value).check();
            case "checkbox" -> options(name).forEach(box -> box
                    .setChecked(Arrays.asList(value.split(",")).contains(box.getAttribute("value"))));
            case "select-one" -> control.selectOption(value);
            default -> {
                open(control);
                control.fill(value);
            }
        }
    }

    void finds(Map<String, String> fields) {
        fields.forEach((name, value) -> assertThat(standing(name)).as(name).isEqualTo(value));
    }

    /** What stands in the control; the values of all that are ticked. */
    String standing(String name) {
        var control = control(name);
        return switch (kind(control)) {
            case "radio", "checkbox" -> String.join(",", options(name).stream().filter(Locator::isChecked)
                    .map(box -> String.valueOf(box.getAttribute("value"))).toList());
            default -> control.inputValue();
        };
    }

    /** The message beside a field, which assistive technology reads with it, and to which the summary leads. */
    void isTold(String id, String message) {
        var errors = page.locator("main .field-error", new Page.LocatorOptions().setHasText(message));
        errors.first().waitFor();
        assertThat(errors.all()).as("%s stands beside %s", message, id)
                .anySatisfy(error -> assertThat(error.evaluate(IS_TOLD_OF, id)).isEqualTo(true));
    }

    /** Presses the button with which a page is sent on. */
    void goesOn() {
        page.locator("main .actions button[value=next]").click();
    }

    void presses(String name, String value) {
        page.locator("button[name='" + name + "'][value='" + value + "']").click();
    }

    private Locator control(String name) {
        return page.locator("main [name='" + name + "']:not(button)").first();
    }

    private List<Locator> options(String name) {
        return page.locator("main [name='" + name + "']").all();
    }

    private Locator option(String name, String value) {
        return page.locator("main [name='" + name + "'][value='" + value + "']");
    }

    /** What lies folded away is opened first. */
    private static void open(Locator control) {
        if (!control.isVisible()) {
            control.locator("xpath=ancestor::details/summary").click();
        }
    }

    private static String kind(Locator control) {
        return String.valueOf(control.evaluate("control => control.type"));
    }
}
