package jp.madoguchi.identity.page;

import jp.madoguchi.platform.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.text.TextBundle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** The frame around each page of this app. */
@Component
public class Frames {

    private static final TextBundle TEXTS = TextBundle.beside(IdentitySettings.class, "texts");

    private final String city;
    private final String cityInEnglish;
    private final IdentitySettings settings;
    private final Contacts contacts;

    Frames(@Value("${madoguchi.city.name:まどぐち市}") String city,
            @Value("${madoguchi.city.name-en:Madoguchi City}") String cityInEnglish, IdentitySettings settings,
            Contacts contacts) {
        this.city = city;
        this.cityInEnglish = cityInEnglish;
        this.settings = settings;
        this.contacts = contacts;
    }

    /** The frame for an answer to this request, in the reader's language, with the form token. */
    public PageFrame frame(HttpServletRequest request, String titleKey) {
        Texts texts = texts(request);
        Site site = new Site(city, texts.say("site"), settings.portal().baseUrl() + "/", "", "", "", "")
                .helping(contacts, settings.portal().baseUrl() + "/about/")
                .called("en", new Site.Names(cityInEnglish, texts.say("site"), "")).in(texts.language());
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
