package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The launcher, in a checkout of its own with the distribution that this build has packaged; approved is by the answers file. */
final class ByLifeboat implements Contestant {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final String APPROVED = """
            approvals:
              promote: {by: infrastructure_manager, answer: yes}
              rebuild: {by: infrastructure_manager, answer: no}
            """;
    private static final Duration TO_MAKE_AN_ARCHIVE = Duration.ofMinutes(2);
    private final Path folder;

    private ByLifeboat(Path folder) {
        this.folder = folder;
    }

    /** Installs it there. */
    static ByLifeboat in(Path folder) throws IOException {
        for (String part : List.of("lifeboat", "cli/src/main/sh", "cli/target/lifeboat", "runbooks")) {
            copy(PROJECT.resolve(part), folder.resolve(part));
        }
        return new ByLifeboat(folder);
    }

    /** The first preflight of an estate leaves the archive of classes that the runs there start with. */
    @Override
    public void getReady(Estate estate) throws Exception {
        Path said = folder.resolve("preflight");
        int status = start(said, estate.looks()).waitFor();
        if (status != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
        Await.until("the archive is made", TO_MAKE_AN_ARCHIVE, this::hasArchive);
    }

    private boolean hasArchive() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".lifeboat/builds"))) {
            return files.anyMatch(file -> file.toString().matches(".*-preflight\\.(aot|jsa)"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Override
    public String name() {
        return "Lifeboat";
    }

    @Override
    public Process start(Estate estate, Path output) throws IOException {
        return start(output, estate.runs(APPROVED));
    }

    private Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("lifeboat").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("LIFEBOAT_JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }
}
