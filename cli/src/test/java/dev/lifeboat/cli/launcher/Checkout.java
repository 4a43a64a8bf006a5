package dev.lifeboat.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A checkout with the real launcher in it, on a machine of its own: programs that the path has and JDKs that lie in `jdks` are only
 * those that a test put there. Fake ones write down what they were called with.
 */
final class Checkout {

    /** All that the launcher takes from the system. */
    private static final List<String> SYSTEM = List.of("readlink", "find", "mkdir", "ln", "rm", "mv",
            "cp", "touch",
            "mktemp", "chmod", "grep", "sleep");

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    final Path folder;
    final Path jdks;
    private final Path programs;
    private final Path mavenCalls;
    private final Map<String, String> environment = new LinkedHashMap<>();

    Checkout(Path machine) throws IOException {
        folder = Files.createDirectories(machine.resolve("a checkout"));
        jdks = Files.createDirectories(machine.resolve("jdks"));
        programs = Files.createDirectories(machine.resolve("programs"));
        mavenCalls = machine.resolve("maven-calls");
        for (var file : List.of("lifeboat", "cli/src/main/sh/jdk.sh", "cli/src/main/sh/build.sh",
                "cli/src/main/sh/archive.sh")) {
            copy(file);
        }
        write(folder.resolve("pom.xml"), "<project/>");
        write(source(), "class Lifeboat {}");
        for (var program : SYSTEM) {
            program(programs.resolve(program), "exec " + onThePath(program) + " \"$@\"");
        }
        set("PATH", programs.toString()).set("HOME", machine.resolve("home").toString()).set("LIFEBOAT_JDK_PATH",
                jdks.toString());
    }

    Path source() {
        return folder.resolve("cli/src/main/java/Lifeboat.java");
    }

    Path builds() {
        return folder.resolve(".lifeboat/builds");
    }

    Checkout set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A JDK whose `java` says its version and its arguments, one in a line, repeats its input, and ends with status 3. */
    Path jdk(String name, String version) throws IOException {
        var jdk = jdks.resolve(name);
        write(jdk.resolve("release"), "IMPLEMENTOR=\"A vendor\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"),
                """
                        makes=
                        for argument; do
                            case $argument in
                                -XX:AOTMode=create) makes=yes ;;
                                -XX:AOTConfiguration=*) [ -n "$makes" ] || echo list > "${argument#*=}" ;;
                                -XX:AOTCache=*) [ -z "$makes" ] || { echo archive > "${argument#*=}"; exit; } ;;
                                -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) echo archive > "${argument#*=}"; exit ;;
                            esac
                        done
                        echo "java %s"
                        printf '<%%s>\\n' "$@"
                        while read -r line; do echo "input $line"; done
                        exit 3"""
                        .formatted(version));
        program(jdk.resolve("bin/javac"), "exit 1");
        return jdk;
    }

    /** A Maven that builds, or fails, as the real one is seen from outside. */
    Checkout maven(String during, int status) throws IOException {
        program(programs.resolve("mvn"), """
                echo "$JAVA_HOME $*" >> '%s'
                echo '[INFO] Building Lifeboat: grammar 0.1.0                  [2/7]'
                %s
                mkdir -p '%s'
                echo jar > '%s'
                exit %d""".formatted(mavenCalls, during, packaged().getParent(), packaged(), status));
        return this;
    }

    Checkout maven() throws IOException {
        return maven("", 0);
    }

    List<String> mavenCalls() throws IOException {
        return Files.exists(mavenCalls) ? Files.readAllLines(mavenCalls) : List.of();
    }

    Path packaged() {
        return folder.resolve("cli/target/lifeboat/lifeboat.jar");
    }

    /** As an editor does, a minute after whatever has happened so far. */
    void editSource() throws IOException {
        Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(60)));
    }

    Outcome lifeboat(String... arguments) throws Exception {
        return finish(start(folder.resolve("lifeboat"), arguments), "");
    }

    Process start(Path launcher, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(jdks.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome finish(Process process, String input) throws Exception {
        try (var stdin = process.outputWriter(UTF_8)) {
            stdin.write(input);
        }
        return new Outcome(new String(process.getInputStream().readAllBytes(), UTF_8),
                new String(process.getErrorStream().readAllBytes(), UTF_8), process.waitFor());
    }

    record Outcome(String out, String err, int status) {}

    private void copy(String file) throws IOException {
        var target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(PROJECT.resolve(file), target);
    }

    static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made executable");
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Path onThePath(String program) {
        return List.of(System.getenv("PATH").split(":")).stream().map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException(program + " is not on the path"));
    }
}
