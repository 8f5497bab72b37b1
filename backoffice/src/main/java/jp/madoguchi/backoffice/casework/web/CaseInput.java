package jp.madoguchi.backoffice.casework.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.platform.input.InputGuard;
import org.springframework.util.MultiValueMap;

/** What somebody typed into a form of a case, cleaned of characters nobody types, with what is wrong with it. */
public final class CaseInput {

    private final MultiValueMap<String, String> fields;
    private final Map<String, String> problems = new LinkedHashMap<>();

    public CaseInput(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** The field as typed, trimmed; empty where it is missing. What must not be kept is noted as a problem. */
    public String text(String field) {
        var value = fields.getFirst(field);
        var text = value == null ? "" : InputGuard.cleaned(value);
        var trouble = InputGuard.trouble(text, "ja");
        if (!trouble.isEmpty()) {
            problems.put(field, trouble);
        }
        return text;
    }

    /** The same, with a problem noted where it is empty or has more than {@code longest} code points. */
    public String required(String field, int longest, String messageIfEmpty) {
        var text = text(field);
        if (text.isEmpty()) {
            object(field, messageIfEmpty);
        } else if (text.codePointCount(0, text.length()) > longest) {
            object(field, longest + "字以内で書いてください。");
        }
        return text;
    }

    /** A number that the page itself put into the form; 0 where it is missing or none. */
    int number(String field) {
        var text = text(field);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    public List<String> all(String field) {
        return List.copyOf(fields.getOrDefault(field, List.of()));
    }

    public void object(String field, String message) {
        problems.putIfAbsent(field, message);
    }

    public boolean isClean() {
        return problems.isEmpty();
    }

    /** What is wrong, by field, in the order of the form. */
    public Map<String, String> problems() {
        return Collections.unmodifiableMap(problems);
    }

    public MultiValueMap<String, String> fields() {
        return fields;
    }
}
