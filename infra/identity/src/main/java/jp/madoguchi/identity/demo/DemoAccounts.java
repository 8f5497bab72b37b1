package jp.madoguchi.identity.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Account.StaffPost;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The made-up people of the local town, all with one password; only with {@code madoguchi.demo=true}. */
@Component
@ConditionalOnProperty("madoguchi.demo")
class DemoAccounts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String PASSWORD = "madoguchi-demo";

    private final Accounts accounts;
    private final Passwords passwords;
    private final InstantSource clock;

    DemoAccounts(Accounts accounts, Passwords passwords, InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.warn("demo accounts are open to everybody: never in a city");
        List<Resident> newResidents = RESIDENTS.stream()
                .filter(resident -> accounts.find(Realm.RESIDENT, new LoginName(resident.email())).isEmpty()).toList();
        List<Person> newStaff = STAFF.stream()
                .filter(person -> accounts.find(Realm.STAFF, new LoginName(person.id())).isEmpty()).toList();
        if (newResidents.isEmpty() && newStaff.isEmpty()) {
            return;
        }
        String hash = passwords.hash(PASSWORD);
        Instant now = clock.instant();
        for (Resident resident : newResidents) {
            accounts.openForResident(new LoginName(resident.email()), resident.email(), resident.name(), hash, now);
        }
        for (Person person : newStaff) {
            LoginName login = new LoginName(person.id());
            accounts.enrol(login, person.id() + "@city.example.jp", person.name(),
                    post(person), now);
            Account account = accounts.find(Realm.STAFF, login).orElseThrow();
            accounts.changePassword(account.id(), hash, now);
        }
    }

    private static final List<Resident> RESIDENTS = List.of(new Resident("hanako@example.jp", "神戸 花子"),
            new Resident("taro@example.jp", "髙橋 太郎"));

    private static final List<Person> STAFF = List.of(
            person("chuo-clerk1", "中央 一郎", "chuo", "中央区役所", Role.CLERK),
            person("chuo-clerk2", "中央 二葉", "chuo", "中央区役所", Role.CLERK),
            person("chuo-chief", "中央 課長", "chuo", "中央区役所", Role.APPROVER),
            person("nada-clerk1", "灘 三郎", "nada", "灘区役所", Role.CLERK),
            person("center-clerk", "事務 四季", "center", "行政事務センター", Role.CLERK),
            person("center-chief", "事務 係長", "center", "行政事務センター", Role.APPROVER),
            person("eisei-clerk", "衛生 九重", "eisei", "健康局衛生監視事務所", Role.CLERK),
            person("eisei-chief", "衛生 十和子", "eisei", "健康局衛生監視事務所", Role.APPROVER),
            person("zei-clerk", "税務 一絵", "zei", "市税の窓口(新長田)", Role.CLERK),
            person("zei-chief", "税務 係長", "zei", "市税の窓口(新長田)", Role.APPROVER),
            person("nintei-clerk", "認定 三奈", "nintei", "福祉局認定事務センター", Role.CLERK),
            person("nintei-chief", "認定 係長", "nintei", "福祉局認定事務センター", Role.APPROVER),
            person("nada-chief", "灘 課長", "nada", "灘区役所", Role.APPROVER),
            person("designer", "設計 五月", "kodomo", "こども家庭局", Role.DESIGNER),
            person("reform", "改革 六花", "gyomukaikaku", "業務改革課", Role.REFORM),
            person("auditor", "監査 七海", "gyomukaikaku", "業務改革課", Role.AUDITOR),
            person("admin", "管理 八雲", "gyomukaikaku", "業務改革課", Role.ADMIN));

    /** In a city without the office of the sample city, one of those it has; people of different offices stay apart as far as they reach. */
    private static StaffPost post(Person person) {
        var city = City.inForce();
        if (city.office(person.office()).isPresent()) {
            return new StaffPost(person.office(), person.officeName(), person.roles());
        }
        int at = STAFF.stream().map(Person::office).distinct().toList().indexOf(person.office());
        var office = city.offices().get(at % city.offices().size());
        return new StaffPost(office.id(), office.name(), person.roles());
    }

    private static Person person(String id, String name, String office, String officeName, Role... roles) {
        return new Person(id, name, office, officeName, Arrays.asList(roles));
    }

    private record Resident(String email, String name) {}

    private record Person(String id, String name, String office, String officeName, List<Role> roles) {}
}
