package jp.madoguchi.identity.post;

import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.text.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says on every mail which city it comes from, where to ask whether it does, and what the city never asks for. */
@Component
class Letterhead {

    private static final String ENGLISH = "en";

    private final String city;
    private final String cityInEnglish;
    private final String help;
    private final Contacts contacts;

    Letterhead(@Value("${madoguchi.city.name:まどぐち市}") String city,
            @Value("${madoguchi.city.name-en:Madoguchi City}") String cityInEnglish, IdentitySettings settings,
            Contacts contacts) {
        this.city = city;
        this.cityInEnglish = cityInEnglish;
        this.help = settings.portal().baseUrl() + "/about/help";
        this.contacts = contacts;
    }

    Mail on(Mail mail, Texts texts) {
        var name = texts.language().equals(ENGLISH) ? cityInEnglish : city;
        var desk = contacts.everything().in(texts.language());
        return new Mail(mail.to(), texts.say("mail.subject", name, mail.subject()), mail.body()
                + texts.say("mail.signature", name, texts.say("site"), help, desk.name(), desk.phone(), desk.hours()));
    }
}
