package jp.madoguchi.identity.page;

import jp.madoguchi.platform.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;

/**
 * What every page with a form needs to show.
 *
 * @param errors
 *            what is wrong, field by field; an empty target means the whole form
 */
public record FormPage(PageFrame frame, Texts texts, List<ErrorLink> errors) {

    public FormPage {
        errors = List.copyOf(errors);
    }

    public String say(String key, Object... args) {
        return texts.say(key, args);
    }

    /** What is wrong with one field, empty if nothing. */
    public String errorAt(String field) {
        return errors.stream().filter(error -> error.target().equals(field)).map(ErrorLink::message).findFirst()
                .orElse("");
    }

    /** Collects what is wrong before the page is made. */
    public static final class Draft {

        private PageFrame frame;
        private final Texts texts;
        private final List<ErrorLink> errors = new ArrayList<>();

        Draft(PageFrame frame, Texts texts) {
            this.frame = frame;
            this.texts = texts;
        }

        /** Adds an error beside a field (or about the whole form, with an empty target). */
        public Draft wrong(String target, String textKey, Object... args) {
            errors.add(new ErrorLink(texts.say(textKey, args), target));
            return this;
        }

        /** Adds what keeps mail from being sent to the address in this field; nothing if nothing does. */
        public Draft wrong(String target, Optional<MailAddress.Flaw> flaw) {
            flaw.ifPresent(found -> errors.add(new ErrorLink(texts.say(found.words()), target)));
            return this;
        }

        /** Also loads this static script. */
        public Draft using(String script) {
            frame = frame.using(script);
            return this;
        }

        public boolean isRight() {
            return errors.isEmpty();
        }

        public FormPage page() {
            PageFrame shown = errors.isEmpty()
                    ? frame
                    : frame.titled(texts.say("error.title", frame.title()));
            return new FormPage(shown, texts, errors);
        }
    }

    public static Draft draft(Frames frames, HttpServletRequest request, String titleKey) {
        return new Draft(frames.frame(request, titleKey), frames.texts(request));
    }
}
