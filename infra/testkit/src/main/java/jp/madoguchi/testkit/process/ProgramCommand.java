package jp.madoguchi.testkit.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a Java program is started, on the JDK of this JVM.
 *
 * @param program what follows the options: a jar, or a class path and a main class
 * @param jvmOptions none unless said; what {@code JAVA_TOOL_OPTIONS} holds is passed on with the rest of the environment
 * @param arguments what the program itself is told
 */
public record ProgramCommand(List<String> program, List<String> jvmOptions, List<String> arguments) {

    public ProgramCommand {
        program = List.copyOf(program);
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }

    public static ProgramCommand ofJar(Path jar) {
        return new ProgramCommand(List.of("-jar", jar.toString()), List.of(), List.of());
    }

    public static ProgramCommand ofClassPath(String classPath, String mainClass) {
        return new ProgramCommand(List.of("-cp", classPath, mainClass), List.of(), List.of());
    }

    /** A program whose classes this JVM has as well. */
    public static ProgramCommand ofThisClassPath(Class<?> mainClass) {
        return ofClassPath(System.getProperty("java.class.path"), mainClass.getName());
    }

    /** With these options behind those it has. */
    public ProgramCommand withJvmOptions(List<String> more) {
        return new ProgramCommand(program, joined(jvmOptions, more), arguments);
    }

    /** With these arguments behind those it has. */
    public ProgramCommand withArguments(List<String> more) {
        return new ProgramCommand(program, jvmOptions, joined(arguments, more));
    }

    List<String> line() {
        var line = new ArrayList<String>();
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
