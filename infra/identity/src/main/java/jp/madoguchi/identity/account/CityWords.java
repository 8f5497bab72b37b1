package jp.madoguchi.identity.account;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.pagekit.Contact;
import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.password.PasswordWeakness;
import org.springframework.stereotype.Component;

/**
 * What everybody knows of the city and its site, and so tries first (NIST SP 800-63B 5.1.1.2: the name of the service and
 * derivatives thereof): their names, the addresses of the site, the phones of the desks.
 */
@Component
class CityWords {

    private final IdentitySettings settings;

    CityWords(IdentitySettings settings) {
        this.settings = settings;
    }

    private Stream<String> words() {
        var city = City.inForce();
        var contacts = Contacts.of(city);
        var names = Stream.of(city.name(), city.name().replaceFirst("[市区町村]$", ""), city.nameEn(),
                city.portal().name(), city.portal().nameEn(), "市民ポータル", "市役所", "役所", "shi", "portal", "login");
        var addresses = Stream
                .of(settings.portal().baseUrl(), settings.backoffice().baseUrl(), settings.identity().issuer())
                .map(address -> URI.create(address).getHost());
        var desks = Stream.concat(Stream.of(contacts.everything()), contacts.desks().stream()).toList();
        var deskNames = desks.stream().flatMap(desk -> Stream.of(desk.name(), desk.nameEn()));
        // Whole numbers only: a piece of one, such as an area code, stands in many passwords by chance.
        var phones = desks.stream().map(Contact::dialled);
        return Stream.of(names, addresses, deskNames, phones).flatMap(all -> all).filter(word -> !word.isEmpty())
                .distinct();
    }

    /** Whether a password is made of these words, and those about its owner, with nothing but a few digits and marks around them. */
    boolean make(String password, String... aboutOwner) {
        var known = Stream.concat(words(), Stream.of(aboutOwner)).toArray(String[]::new);
        return PasswordWeakness.of(password, known).equals(Optional.of(PasswordWeakness.ABOUT_OWNER));
    }
}
