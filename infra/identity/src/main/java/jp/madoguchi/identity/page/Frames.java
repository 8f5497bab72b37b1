package jp.madoguchi.identity.page;

import jp.madoguchi.platform.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.text.TextBundle;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** The frame around each page of this app. */
@Component
public class Frames {

    private static final TextBundle TEXTS = TextBundle.beside(IdentitySettings.class, "texts");

    private final IdentitySettings settings;

    Frames(IdentitySettings settings) {
        this.settings = settings;
    }

    /** The frame for an answer to this request, in the reader's language, with the form token. */
    public PageFrame frame(HttpServletRequest request, String titleKey) {
        Texts texts = texts(request);
        City city = City.inForce();
        Site site = new Site(city.name(), texts.say("site"), settings.portal().baseUrl() + "/", "", "", "", "")
                .helping(Contacts.of(city), settings.portal().baseUrl() + "/about/")
                .called("en", new Site.Names(city.nameEn(), texts.say("site"), "")).in(texts.language());
        PageFrame frame = PageFrame.bare(site).in(texts.language()).at(request.getRequestURI())
                .titled(texts.say(titleKey));
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? frame.withCsrf(token.getParameterName(), token.getToken())
                : frame;
    }

    public Texts texts(HttpServletRequest request) {
        return new Texts(TEXTS, ChosenLanguage.of(request));
    }
}
