package jp.madoguchi.bench;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options of the command line, checked as they are asked for. */
record Options(Map<String, String> given) {

    Options {
        given = Map.copyOf(given);
    }

    /** @throws IllegalArgumentException with a message for the person who typed it */
    static Options of(List<String> args) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < args.size(); i += 2) {
            var name = args.get(i);
            if (!name.startsWith("--") || i + 1 == args.size()) {
                throw new IllegalArgumentException("expected --name value, found: " + name);
            }
            given.put(name.substring(2), args.get(i + 1));
        }
        return new Options(given);
    }

    /** @throws IllegalArgumentException if another one was given */
    void only(List<String> names) {
        for (var name : given.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "no option --" + name + " here; there are --" + String.join(", --", names));
            }
        }
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    /** One of these words. */
    String choice(String name, String otherwise, String... words) {
        var text = text(name, otherwise);
        if (!List.of(words).contains(text)) {
            throw new IllegalArgumentException(
                    "--" + name + " must be one of " + String.join(", ", words) + ": " + text);
        }
        return text;
    }

    int number(String name, int otherwise, int least, int most) {
        var text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("--" + name + " must be from " + least + " to " + most + ": " + text);
        }
        return Integer.parseInt(text);
    }

    URI address(String name, String otherwise) {
        return ofThisMachine(URI.create(text(name, otherwise)));
    }

    /** @throws IllegalArgumentException for any other machine: a load is for one's own town only */
    static URI ofThisMachine(URI address) {
        var host = address.getHost();
        try {
            if (host == null || !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException("only towns on this machine may be measured: " + address);
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("only towns on this machine may be measured: " + address, unknown);
        }
        return address;
    }
}
