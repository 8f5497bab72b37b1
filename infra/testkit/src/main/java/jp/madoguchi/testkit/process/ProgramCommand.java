package jp.madoguchi.testkit.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a Java program is started, on the JDK of this JVM.
 *
 * @param program what follows the options: a jar, or a class path and a main class
 * @param jvmOptions none unless said; what {@code JAVA_TOOL_OPTIONS} holds is passed on with the rest of the environment
 * @param arguments what the program itself is told; every user of the machine can read it
 * @param environment variables besides those of this JVM
 * @param launcher what starts the JVM, such as {@code nice}; nothing where it is started directly
 */
public record ProgramCommand(List<String> program, List<String> jvmOptions, List<String> arguments,
        Map<String, String> environment, List<String> launcher) {

    /** Starts a JVM that a Ctrl-C at the terminal, and its closing, do not reach: a JVM keeps to a signal that is ignored already. */
    private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public ProgramCommand {
        program = List.copyOf(program);
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        launcher = List.copyOf(launcher);
    }

    public static ProgramCommand ofJar(Path jar) {
        return new ProgramCommand(List.of("-jar", jar.toString()), List.of(), List.of(), Map.of(),
                List.of());
    }

    public static ProgramCommand ofClassPath(String classPath, String mainClass) {
        return new ProgramCommand(List.of("-cp", classPath, mainClass), List.of(), List.of(), Map.of(),
                List.of());
    }

    /** A program whose classes this JVM has as well. */
    public static ProgramCommand ofThisClassPath(Class<?> mainClass) {
        return ofClassPath(System.getProperty("java.class.path"), mainClass.getName());
    }

    /** With these options behind those it has. */
    public ProgramCommand withJvmOptions(List<String> more) {
        return new ProgramCommand(program, joined(jvmOptions, more), arguments, environment, launcher);
    }

    /** With these arguments behind those it has. */
    public ProgramCommand withArguments(List<String> more) {
        return new ProgramCommand(program, jvmOptions, joined(arguments, more), environment, launcher);
    }

    /** With these variables in its environment. */
    public ProgramCommand withEnvironment(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new ProgramCommand(program, jvmOptions, arguments, all, launcher);
    }

    /** As a program that only its starter ends: the signals of the terminal, SIGINT and SIGHUP, do nothing to it. */
    public ProgramCommand deafToTheTerminal() {
        return new ProgramCommand(program, jvmOptions, arguments, environment, DEAF);
    }

    List<String> line() {
        var line = new ArrayList<>(launcher);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvmOptions);
        line.addAll(program);
        line.addAll(arguments);
        return line;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
