package jp.madoguchi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import jp.madoguchi.bench.PageScanner.Form;
import jp.madoguchi.bench.Surfer.Seen;
import jp.madoguchi.bench.Surfer.Stopped;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Forms as they were when they were met first, with what was typed into them. Met again, only the hidden fields and the address are
 * read from the page, and that the form has the same fields as then. Shared by all residents; a form may have several looks,
 * as after something was filled in before.
 */
final class LearntForms {

    private final Map<String, List<Learnt>> learnt = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** From now on a form that looks other than those learnt stops the way. */
    void close() {
        closed = true;
    }

    /** @param step by which the form is known */
    Filled fill(String step, Seen seen, String selector, Function<Element, FormData> typing) {
        var looks = learnt.computeIfAbsent(step, _ -> new CopyOnWriteArrayList<>());
        for (var look : looks) {
            var filled = look.fill(seen);
            if (filled != null) {
                return filled;
            }
        }
        if (closed) {
            throw new Stopped(step + ": looks other than all that was learnt, at " + seen.address());
        }
        var fresh = Learnt.of(step, seen, selector, typing);
        looks.add(fresh);
        var filled = fresh.fill(seen);
        if (filled == null) {
            throw new Stopped(step + ": was not learnt, at " + seen.address());
        }
        return filled;
    }

    /** A form ready to be sent. */
    record Filled(String action, boolean multipart, FormData data) {}

    /**
     * @param place of the form in its page, counted from 0
     * @param controls what it has, without values
     * @param values what was typed
     * @param read the fields whose value the page tells: place among what was typed, and place among the controls
     */
    private record Learnt(int place, boolean multipart, List<String> controls, FormData values,
            Map<Integer, Integer> read) {

        static Learnt of(String step, Seen seen, String selector, Function<Element, FormData> typing) {
            var element = seen.page().selectFirst(selector);
            if (element == null) {
                throw new Stopped(step + ": no form at " + seen.address() + ": " + seen.page().select("main").text());
            }
            int place = seen.page().select("form").indexOf(element);
            var form = PageScanner.form(seen.raw(), place);
            if (form == null) {
                throw new Stopped(step + ": no form " + place + " at " + seen.address());
            }
            var values = typing.apply(element);
            var read = new ConcurrentHashMap<Integer, Integer>();
            for (int i = 0; i < values.size(); i++) {
                for (int j = 0; j < form.controls().size(); j++) {
                    var control = form.controls().get(j);
                    if (control.kind().equals("hidden") && control.name().equals(values.name(i))
                            && control.value().equals(values.value(i))) {
                        read.put(i, j);
                    }
                }
            }
            return new Learnt(place, element.attr("enctype").equals("multipart/form-data"), described(form), values,
                    Map.copyOf(read));
        }

        @Nullable
        Filled fill(Seen seen) {
            var form = PageScanner.form(seen.raw(), place);
            if (form == null || !described(form).equals(controls)) {
                return null;
            }
            return new Filled(form.action(), multipart,
                    values.withValues(read, place -> form.controls().get(place).value()));
        }

        private static List<String> described(Form form) {
            var described = new ArrayList<String>(form.controls().size());
            form.controls().forEach(control -> described.add(control.kind() + ' ' + control.name()));
            return described;
        }
    }
}
