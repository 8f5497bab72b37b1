package jp.madoguchi.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every door of a reactive app, read from its own handler mappings, and a hand that throws things at them. */
public final class Doors {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(:[^}]*)?}");
    private static final int LONGEST_QUERY = 3500;
    private static final int LONGEST_FORM = 240_000;
    /** Most bytes of one character of a text. */
    private static final int BYTES = 3;
    private static final int LONG = 1000;
    private static final int BROKEN_SHARE = 2;
    private static final int ROUNDS = 5;
    private static final int NO_FILES_HERE = 415;
    private static final int SHORT = 400;
    private static final String BOUNDARY = "xxDOORxx";

    private final List<Door> doors;

    private Doors(List<Door> doors) {
        this.doors = doors;
    }

    /**
     * One route.
     *
     * @param pattern    with its variables, such as {@code /cases/{id}}
     * @param parameters names in the address that the handler asks for
     */
    public record Door(HttpMethod method, String pattern, Set<String> parameters) {

        Set<String> variables() {
            return VARIABLE.matcher(pattern).results().map(found -> found.group(1))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** @param values of the variables; {@code x} for others */
        public String at(Map<String, String> values) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(found -> java.util.regex.Matcher
                            .quoteReplacement(values.getOrDefault(found.group(1), "x")))
                    .replace("/**", "/x");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    public static Doors of(Collection<RequestMappingHandlerMapping> mappings) {
        return new Doors(mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(Doors::doors).distinct()
                .sorted(Comparator.comparing(Door::pattern).thenComparing(door -> door.method().name())).toList());
    }

    private static Stream<Door> doors(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
        var methods = mapped.getKey().getMethodsCondition().getMethods();
        var parameters = Stream.of(mapped.getValue().getMethodParameters()).flatMap(parameter -> {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked == null) {
                return Stream.empty();
            }
            var name = asked.name().isEmpty() ? asked.value() : asked.name();
            var written = parameter.getParameter().getName();
            return Stream.of(name.isEmpty() ? written : name);
        }).collect(Collectors.toCollection(TreeSet::new));
        return mapped.getKey().getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                        .stream()
                        .map(method -> new Door(method.asHttpMethod(), pattern.getPatternString(), parameters)));
    }

    public List<Door> all() {
        return doors;
    }

    /**
     * Throws nasty inputs at a door: into each variable of its address, into everything its address asks for, into the fields of a
     * form and of one with files. What can be read goes into every field of every door; what cannot is refused before any door is
     * reached, so that each takes its share of it. In an address all fields stand together, each with another input.
     *
     * @param key    headers that let somebody in, as whole lines
     * @param csrf   token of that somebody's session
     * @param values of variables in the address, where something really is
     * @param fields names of fields of forms
     * @return what was answered with 500 or more, or not at all
     */
    public static List<String> batter(RawHttp http, Door door, List<String> key, String csrf,
            Map<String, String> values, Set<String> fields) {
        var bad = new ArrayList<String>();
        var nasties = Stream.concat(share(door, NastyInput.broken(), BROKEN_SHARE), NastyInput.odd().stream()).toList();
        for (var nasty : nasties) {
            for (var variable : door.variables()) {
                var some = new HashMap<>(values);
                some.put(variable, nasty);
                see(http, door, door.at(some), key, csrf, "", bad);
            }
            for (var parameter : door.parameters()) {
                see(http, door, door.at(values) + "?" + parameter + "=" + nasty, key, csrf, "", bad);
            }
            if (!door.method().equals(HttpMethod.GET)) {
                asForms(fields, nasty).forEach(form -> see(http, door, door.at(values), key, csrf, form, bad));
            }
        }
        if (door.method().equals(HttpMethod.GET)) {
            mixed(door, nasties, List.copyOf(fields))
                    .forEach(query -> see(http, door, door.at(values) + "?" + query, key, csrf, "", bad));
        }
        var names = NastyInput.odd().stream().map(name -> name + "=1&" + name).collect(Collectors.joining("&"));
        if (!door.method().equals(HttpMethod.GET)) {
            see(http, door, door.at(values), key, csrf, names, bad);
            bad.addAll(batterWithFiles(http, door, key, csrf, values, fields));
        }
        return bad;
    }

    /** So many of all, from another place for every door. */
    private static Stream<String> share(Door door, List<String> all, int many) {
        int from = Math.floorMod(door.toString().hashCode(), all.size());
        return IntStream.range(from, from + Math.min(many, all.size())).mapToObj(i -> all.get(i % all.size()));
    }

    /** All fields in an address, each with another input, a few times over; what is longer never gets past the server's own limit. */
    private static List<String> mixed(Door door, List<String> nasties, List<String> fields) {
        var queries = new ArrayList<String>(nasties);
        var kinds = nasties.stream().filter(nasty -> nasty.length() < LONG && NastyInput.odd().contains(nasty))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            int from = Math.floorMod(door.toString().hashCode(), kinds.size()) + round * (kinds.size() / ROUNDS);
            var query = new StringBuilder();
            for (int i = 0; i < fields.size(); i++) {
                var pair = fields.get(i) + "=" + kinds.get((from + i) % kinds.size());
                if (query.length() + pair.length() > LONGEST_QUERY) {
                    queries.add(query.toString());
                    query.setLength(0);
                }
                query.append(query.isEmpty() ? "" : "&").append(pair);
            }
            queries.add(query.toString());
        }
        return queries.stream().filter(each -> each.length() <= LONGEST_QUERY).toList();
    }

    /** As few forms as hold all the fields and are short enough to be read. */
    private static List<String> asForms(Set<String> fields, String encoded) {
        // What is long stands there as itself, so that more of it goes into one form.
        var nasty = encoded.length() > LONG ? URLDecoder.decode(encoded, StandardCharsets.UTF_8) : encoded;
        var forms = new ArrayList<String>();
        var form = new StringBuilder();
        for (var field : fields) {
            if (form.length() + field.length() + nasty.length() > LONGEST_FORM / BYTES) {
                forms.add(form.toString());
                form.setLength(0);
            }
            form.append(form.isEmpty() ? "" : "&").append(field).append('=').append(nasty);
        }
        forms.add(form.toString());
        return forms;
    }

    private static void see(RawHttp http, Door door, String target, List<String> key, String csrf, String form,
            List<String> bad) {
        var headers = new ArrayList<>(key);
        var body = "";
        if (!door.method().equals(HttpMethod.GET)) {
            headers.add("Content-Type: application/x-www-form-urlencoded");
            body = "_csrf=" + csrf + (form.isEmpty() ? "" : "&" + form);
        }
        note(http.send(door.method().name(), target, headers, body.getBytes(StandardCharsets.UTF_8)),
                door.method() + " " + target + " " + form, bad);
    }

    /** Names of parts, names of files and contents that no browser sends, and bodies that end in the middle. */
    private static List<String> batterWithFiles(RawHttp http, Door door, List<String> key, String csrf,
            Map<String, String> values, Set<String> fields) {
        var bad = new ArrayList<String>();
        if (multipart(http, door, key, csrf, values, part("file", "x.csv", "a")).status() == NO_FILES_HERE) {
            return bad;
        }
        for (var nasty : List.of("\u0000", "a\u0000b", "\u202E.csv", "..\\..\\x.csv", "x".repeat(4000), "\uFFFF",
                "name\\", "あ".repeat(500))) {
            for (var field : fields) {
                if (field.equals("file") || field.equals(fields.iterator().next())) {
                    note(multipart(http, door, key, csrf, values, part(field, nasty, "a,b\r\n1\u0000,2\r\n")),
                            door + " file " + field + " " + nasty, bad);
                    note(multipart(http, door, key, csrf, values, part(nasty, "x.csv", nasty)),
                            door + " part " + nasty, bad);
                }
            }
        }
        for (var broken : List.of("", "--" + BOUNDARY, "--" + BOUNDARY + "\r\n\r\n", "no part at all",
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data\r\n\r\nx\r\n--" + BOUNDARY + "--",
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n"
                        + "Content-Type: text/plain; charset=nowhere\r\n\r\nx\r\n--" + BOUNDARY + "--",
                "--" + BOUNDARY + "\r\nX: " + "y".repeat(20_000) + "\r\n\r\nx\r\n--" + BOUNDARY + "--")) {
            note(multipart(http, door, key, csrf, values, broken), door + " " + broken, bad);
        }
        for (var type : List.of("multipart/form-data", "multipart/form-data; boundary=", "nonsense",
                "application/x-www-form-urlencoded; charset=nowhere", "application/json", "text/xml", "a/b;c")) {
            var headers = new ArrayList<>(key);
            headers.add("Content-Type: " + type);
            note(http.send(door.method().name(), door.at(values) + "?_csrf=" + csrf, headers,
                    ("_csrf=" + csrf + "&a=1").getBytes(StandardCharsets.UTF_8)), door + " as " + type, bad);
        }
        return bad;
    }

    private static RawHttp.Answer multipart(RawHttp http, Door door, List<String> key, String csrf,
            Map<String, String> values, String body) {
        var headers = new ArrayList<>(key);
        headers.add("Content-Type: multipart/form-data; boundary=" + BOUNDARY);
        return http.send(door.method().name(), door.at(values) + "?_csrf=" + csrf, headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
    }

    private static void note(RawHttp.Answer answer, String sent, List<String> bad) {
        // Who is cut off in the middle of a long speech may not hear why.
        boolean unheard = answer.status() == 0 && sent.length() < SHORT;
        if (unheard || answer.status() >= 500) {
            bad.add(answer.status() + " " + sent.substring(0, Math.min(sent.length(), 160)));
        }
    }
}
