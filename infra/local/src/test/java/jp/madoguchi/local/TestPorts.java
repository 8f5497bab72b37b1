package jp.madoguchi.local;

import java.util.List;
import java.util.stream.Stream;

import jp.madoguchi.testkit.FreePort;

/** Free ports for a whole town under test. */
final class TestPorts {

    private static final List<String> NAMES = List.of("portal", "backoffice", "identity", "mailbox", "smtp", "store",
            "database", "portal-management", "backoffice-management", "identity-management");

    private TestPorts() {}

    /** Arguments that give every part of the town a free port. */
    static String[] arguments() {
        return NAMES.stream().map(name -> argument(name, FreePort.find())).toArray(String[]::new);
    }

    /** The same, but for one part that must have this port. */
    static String[] arguments(String given, int port) {
        return Stream.concat(NAMES.stream().filter(name -> !name.equals(given))
                .map(name -> argument(name, FreePort.find())), Stream.of(argument(given, port)))
                .toArray(String[]::new);
    }

    private static String argument(String name, int port) {
        return "--madoguchi.ports." + name + "=" + port;
    }
}
