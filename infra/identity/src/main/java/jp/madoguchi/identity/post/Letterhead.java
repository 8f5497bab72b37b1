package jp.madoguchi.identity.post;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.text.Texts;
import org.springframework.stereotype.Component;

/** Says on every mail which city it comes from, where to ask whether it does, and what the city never asks for. */
@Component
class Letterhead {

    private static final String ENGLISH = "en";

    private final String help;

    Letterhead(IdentitySettings settings) {
        this.help = settings.portal().baseUrl() + "/about/help";
    }

    Mail on(Mail mail, Texts texts) {
        var city = City.inForce();
        var name = texts.language().equals(ENGLISH) ? city.nameEn() : city.name();
        var desk = Contacts.of(city).everything().in(texts.language());
        return new Mail(mail.to(), texts.say("mail.subject", name, mail.subject()), mail.body()
                + texts.say("mail.signature", name, texts.say("site"), help, desk.name(), desk.phone(), desk.hours()));
    }
}
