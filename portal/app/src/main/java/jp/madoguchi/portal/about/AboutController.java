package jp.madoguchi.portal.about;

import gg.jte.Content;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.webflux.ReadOnly;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Help, privacy, accessibility and terms, linked from the foot of every page. */
@Controller
class AboutController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final CityTexts texts;

    AboutController(CityTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/about/{subject}")
    Content about(@PathVariable String subject, @ReadOnly PageFrame frame) {
        var about = Subject.of(subject).orElseThrow(
                () -> new Refusal.NotFound("no-such-page", "このページはありません。下のリンクから探してください。"));
        var text = texts.about(about, Wording.in(frame.language()).language());
        return TEMPLATES.aboutAbout(frame.titled(frame.say("about." + about.code())), text.html(),
                text.language().equals(frame.language()) ? "" : text.language());
    }
}
