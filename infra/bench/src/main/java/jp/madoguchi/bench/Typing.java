package jp.madoguchi.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.nodes.Element;

/** What a resident types into the form of 児童手当, whatever page of it is before them. */
final class Typing {

    /** Answers by the last part of the field's name that tells what is asked. */
    private static final Map<String, String> CHOICES = Map.ofEntries(Map.entry("event", "birth"),
            Map.entry("claimant-occupation", "employee"), Map.entry("has-spouse", "no"),
            Map.entry("child-relation", "child"), Map.entry("child-together", "yes"),
            Map.entry("pension", "employees"),
            Map.entry("account-is-own", "yes"));

    private static final Map<String, String> WORDS = words();

    /** The smallest PNG there is: one pixel. */
    private static final byte[] PICTURE = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Typing() {}

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("family", "神戸");
        words.put("given", "花子");
        words.put("family-kana", "コウベ");
        words.put("given-kana", "ハナコ");
        words.put("postal", "650-0001");
        words.put("prefecture-city", "兵庫県神戸市");
        words.put("ward", "中央区");
        words.put("town", "加納町");
        words.put("number", "6-5-1");
        words.put("building", "");
        words.put("claimant-phone", "078-331-8181");
        words.put("claimant-mail", "load@example.jp");
        words.put("again", "load@example.jp");
        words.put("bank", "0001");
        words.put("bank-name", "みほん銀行");
        words.put("branch", "001");
        words.put("branch-name", "本店");
        words.put("holder", "コウベ ハナコ");
        words.put("word", "madoguchi-load-word");
        return words;
    }

    /** The form filled in, as pressing its main button would post it. */
    static FormData into(Element form) {
        var data = new FormData();
        var chosen = new HashSet<String>();
        for (var control : form.select("input[name], select[name], textarea[name]")) {
            var name = control.attr("name");
            switch (control.hasAttr("type") ? control.attr("type") : control.normalName()) {
                case "hidden" -> data.with(name, name.equals("activeMillis") ? "15000" : control.attr("value"));
                case "radio" -> {
                    if (chosen.add(name)) {
                        data.with(name, choice(form, name));
                    }
                }
                case "checkbox" -> {
                    if (control.attr("value").equals("yes") && chosen.add(name)) {
                        data.with(name, "yes");
                    }
                }
                case "file" -> attach(data, control, name);
                case "select" -> data.with(name, option(control, name));
                case "submit", "button", "image", "reset" -> {
                    // Buttons are pressed, not typed.
                }
                default -> data.with(name, word(name));
            }
        }
        return data;
    }

    private static void attach(FormData data, Element control, String name) {
        boolean wanted = last(name).equals("identity") || control.hasAttr("required");
        data.with(name, wanted ? "menkyo.png" : "", wanted ? "image/png" : "application/octet-stream",
                wanted ? PICTURE : new byte[0]);
    }

    private static String choice(Element form, String name) {
        var wanted = CHOICES.get(last(name));
        var options = form.select("input[type=radio]").stream().filter(radio -> radio.attr("name").equals(name))
                .map(radio -> radio.attr("value")).toList();
        return wanted != null && options.contains(wanted) ? wanted : options.getFirst();
    }

    private static String option(Element select, String name) {
        var options = select.select("option");
        var wanted = switch (last(name)) {
            case "era" -> "AD";
            case "type" -> "1";
            default -> word(name);
        };
        return options.stream().filter(option -> option.attr("value").equals(wanted) || option.text().equals(wanted))
                .findFirst().or(() -> options.stream().filter(option -> !option.attr("value").isEmpty()).findFirst())
                .map(option -> option.attr("value")).orElse("");
    }

    private static String word(String name) {
        var date = name.contains("event-date") || name.contains("child-birth")
                ? LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(7)
                : LocalDate.of(1990, 4, 1);
        return switch (last(name)) {
            case "year" -> String.valueOf(date.getYear());
            case "month" -> String.valueOf(date.getMonthValue());
            case "day" -> String.valueOf(date.getDayOfMonth());
            case "number" -> name.contains("account") ? "1234567" : "6-5-1";
            default -> WORDS.getOrDefault(last(name), "");
        };
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
