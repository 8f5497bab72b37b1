package jp.madoguchi.bench;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.QuestionKind.FileType;
import jp.madoguchi.forms.definition.Repeat;

import org.jsoup.nodes.Element;

/**
 * What a made-up person answers to any question of a procedure, read off the page's own controls as a browser without scripts
 * shows them. Where the usual answer would lead elsewhere, a line such as {@code "way=post & moved@-P3D"} says another: a date
 * stands behind an at sign, as it is or as a period from today; {@code +children} adds a row to a repeat, {@code !bankbook} attaches
 * no file there.
 */
public final class MadeUpAnswers {

    /** Where the usual answer would lead elsewhere or break a rule. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("jido-teate",
                    "event=birth & claimant-occupation=employee & has-spouse=no & child-relation=child & child-together=yes "
                            + "& pension=employees & account-is-own=yes & child-birth@-P7D & event-date@-P7D & !bankbook"),
            Map.entry("kokuho-dattai", "reason=employees"), Map.entry("inkan-shomei", "way=post"),
            Map.entry("kazei-shomei", "school-support=no"), Map.entry("tenshutsu", "way=post"),
            Map.entry("yokaigo-nintei", "card-tracking=1234-5678-9012"),
            Map.entry("shuro-shomei", "ward=chuo & guardian-receipt=1234-5678-9012-34"),
            Map.entry("seikatsu-hogo", "present-ward=chuo"), Map.entry("sosaihi-kokuho", "other-benefit=no"),
            Map.entry("sosaihi-koki", "other-benefit=no"),
            Map.entry("hoiku-riyo", "intake=midyear & start-month@P2M & child-birth@-P1Y & recognition=class-3 "
                    + "& medical-care=no & wish-facility=chuo-1 & g2-second-job=no & g1-on-leave=no & g2-on-leave=no"));

    private static final Map<String, String> PARTS = Map.ofEntries(Map.entry("family", "神戸"),
            Map.entry("given", "花子"), Map.entry("family-kana", "コウベ"), Map.entry("given-kana", "ハナコ"),
            Map.entry("postal", "650-0001"), Map.entry("prefecture-city", "兵庫県神戸市中央区"), Map.entry("ward", "中央区"),
            Map.entry("town", "加納町六丁目"), Map.entry("number", "5番1号"), Map.entry("building", ""),
            Map.entry("again", "hanako@example.jp"), Map.entry("bank", "0001"), Map.entry("bank-name", "みほん銀行"),
            Map.entry("branch", "123"), Map.entry("branch-name", "三宮支店"), Map.entry("type", "1"),
            Map.entry("holder", "コウベ ハナコ"), Map.entry("yucho-symbol", ""), Map.entry("yucho-number", ""),
            Map.entry("other", "そのほかのこと"), Map.entry("era", "AD"));

    private static final List<String> GIVEN = List.of("太郎", "次郎", "三郎", "春子", "夏子", "秋子", "冬子", "松子", "竹子", "梅子");
    private static final List<String> KANA = List.of("タロウ", "ジロウ", "サブロウ", "ハルコ", "ナツコ", "アキコ", "フユコ", "マツコ",
            "タケコ", "ウメコ");

    private final LocalDate today;
    private final QuestionId applicant;
    private final Map<QuestionId, Question> questions = new HashMap<>();
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Set<String> wantedRows = new HashSet<>();
    private final Set<String> withoutFile = new HashSet<>();
    private final MadeUpFiles files;

    /**
     * Answers to a procedure of the sample catalogue.
     *
     * @param fileBytes how large an attached file is, at least
     */
    public static MadeUpAnswers to(Procedure procedure, LocalDate today, int fileBytes) {
        return new MadeUpAnswers(procedure, today, SAID.getOrDefault(procedure.id().value(), ""),
                new MadeUpFiles(fileBytes));
    }

    private MadeUpAnswers(Procedure procedure, LocalDate today, String said, MadeUpFiles files) {
        this.today = today;
        this.files = files;
        applicant = procedure.applicantName();
        procedure.pages().forEach(page -> collect(page.items()));
        for (var answer : said.split("&")) {
            var parts = answer.strip().split("[=@]", 2);
            if (answer.strip().startsWith("+")) {
                wantedRows.add(answer.strip().substring(1));
            } else if (answer.strip().startsWith("!")) {
                withoutFile.add(answer.strip().substring(1));
            } else if (parts.length == 2 && answer.contains("@")) {
                dates.put(parts[0], date(parts[1]));
            } else if (parts.length == 2) {
                chosen.put(parts[0], parts[1]);
            }
        }
    }

    private LocalDate date(String text) {
        return text.contains("P") ? today.plus(Period.parse(text)) : LocalDate.parse(text);
    }

    private void collect(List<Item> items) {
        for (var item : items) {
            switch (item) {
                case Repeat repeat -> collect(repeat.items());
                case Question question -> questions.put(question.id(), question);
            }
        }
    }

    /** The button to press: one that adds a wanted row or searches a long list, else the one that leads on. */
    public FormData pressedIn(Element form) {
        var data = into(form);
        for (var button : form.select("button[name=_add]")) {
            var repeat = button.attr("value");
            if (wantedRows.remove(last(repeat))) {
                return data.with("_add", repeat);
            }
        }
        // What was found stands in the page; what was not searched for yet has nothing to choose from.
        var search = form.selectFirst("fieldset.listed:not(:has(input[type=radio])) button[name=_find]");
        return search == null ? data.with("_action", "next") : data.with("_find", search.attr("value"));
    }

    /** The form filled in, as pressing its main button would post it. */
    public FormData into(Element form) {
        var data = new FormData();
        Set<String> decided = new HashSet<>();
        for (var control : form.select("input[name], select[name], textarea[name]")) {
            var name = control.attr("name");
            switch (control.hasAttr("type") ? control.attr("type") : control.normalName()) {
                case "hidden" -> data.with(name, control.attr("value"));
                case "radio" -> {
                    if (decided.add(name)) {
                        data.with(name, option(name, form.select("input[type=radio]").stream()
                                .filter(radio -> radio.attr("name").equals(name)).map(radio -> radio.attr("value"))
                                .toList()));
                    }
                }
                case "checkbox" -> {
                    // Everyone here is somebody else and lives elsewhere.
                    if (decided.add(name) && !last(name).equals("same")) {
                        data.with(name, said(name).orElse(control.attr("value")));
                    }
                }
                case "file" -> attach(data, name);
                case "select" -> data.with(name, option(name, control.select("option").eachAttr("value")));
                case "submit", "button", "image", "reset" -> {
                    // Buttons are pressed, not filled in.
                }
                default -> data.with(name, typed(name));
            }
        }
        return data;
    }

    private String option(String name, List<String> codes) {
        var wanted = said(name).orElse(PARTS.getOrDefault(last(name), "yes"));
        return codes.contains(wanted)
                ? wanted
                : codes.stream().filter(code -> !code.isEmpty()).findFirst().orElse("");
    }

    private void attach(FormData data, String name) {
        if (withoutFile.contains(last(name))) {
            data.with(name, "", "application/octet-stream", new byte[0]);
            return;
        }
        var kind = question(name).map(Question::kind).orElse(null);
        if (!(kind instanceof QuestionKind.Files taken) || taken.types().contains(FileType.PNG)) {
            data.with(name, "書類.png", "image/png", files.picture());
        } else {
            data.with(name, "書類.pdf", "application/pdf", files.paper());
        }
    }

    private String typed(String name) {
        var said = said(name);
        return said.isPresent() ? said.get() : question(name).map(each -> typed(each, last(name))).orElse("みほんの合言葉");
    }

    private String typed(Question question, String part) {
        return switch (question.kind()) {
            case QuestionKind.Date(DateLimit earliest, DateLimit latest, var _) -> part(dates.getOrDefault(
                    question.id().value(), within(earliest, latest, question.id().value())), part);
            case QuestionKind.Month _ -> part(dates.getOrDefault(question.id().value(), today), part);
            case QuestionKind.Number number -> number.min() == null
                    ? "1"
                    : number.min().max(java.math.BigDecimal.ONE)
                            .toPlainString();
            case QuestionKind.Money _ -> "30,000";
            // An entry is found by its code too.
            case QuestionKind.ChooseListed _ -> chosen.getOrDefault(question.id().value(), "見本");
            case QuestionKind.Time _ -> "9:30";
            case QuestionKind.Kana _ -> "コウベ";
            case QuestionKind.Phone _ -> "078-331-8181";
            case QuestionKind.Mail _ -> "hanako@example.jp";
            case QuestionKind.CodeNumber code -> code.rule() == QuestionKind.CheckRule.CORPORATE_NUMBER
                    ? "9000020281000"
                    : "1234567890123456789".substring(0, code.minDigits());
            case QuestionKind.BankAccount _ -> part.equals("number") ? "1234567" : PARTS.getOrDefault(part, "");
            case QuestionKind.Text _ -> "神戸の見本";
            // Different people in different places, the applicant alone with the name of the account's holder.
            case QuestionKind.PersonName _ when part.startsWith("given") && !question.id().equals(applicant) ->
                (part.endsWith("kana") ? KANA : GIVEN).get(Math.floorMod(question.id().hashCode(), GIVEN.size()));
            case QuestionKind.Address _ when part.equals("number") ->
                "5番" + (1 + Math.floorMod(question.id().hashCode(), 997)) + "号";
            default -> PARTS.getOrDefault(part, "見本");
        };
    }

    /** A grown-up's birthday, or a day of last week; moved to where the question takes it. */
    private LocalDate within(DateLimit earliest, DateLimit latest, String id) {
        var usual = id.contains("birth") ? LocalDate.of(1980, 4, 1) : today.minusDays(7);
        var first = limit(earliest).orElse(usual);
        var last = limit(latest).orElse(usual);
        return usual.isBefore(first) ? first : usual.isAfter(last) ? last : usual;
    }

    private Optional<LocalDate> limit(DateLimit limit) {
        return switch (limit) {
            case DateLimit.Open() -> Optional.empty();
            case DateLimit.Fixed(var date) -> Optional.of(date);
            case DateLimit.FromToday(var period) -> Optional.of(today.plus(period));
        };
    }

    private static String part(LocalDate date, String part) {
        return switch (part) {
            case "year" -> String.valueOf(date.getYear());
            case "month" -> String.valueOf(date.getMonthValue());
            default -> String.valueOf(date.getDayOfMonth());
        };
    }

    /** What is said of the question itself; its parts have their usual values. */
    private Optional<String> said(String name) {
        return question(name).map(question -> question.id().value()).filter(last(name)::equals).map(chosen::get);
    }

    /** The first that is a question: before it stand repeats and rows, behind it its part. */
    private Optional<Question> question(String name) {
        return List.of(name.split("\\.")).stream().filter(part -> part.matches("[a-z][a-z0-9-]{0,63}"))
                .map(part -> questions.get(new QuestionId(part))).filter(found -> found != null).findFirst();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
