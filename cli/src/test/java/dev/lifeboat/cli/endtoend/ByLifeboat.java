package dev.lifeboat.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Path launcher;

    private ByLifeboat(Path launcher) {
        this.launcher = launcher;
    }

    /** Installs it there, and starts it once, so that it has its archive of classes, as on a machine where it was used before. */
    static ByLifeboat in(Path folder) throws IOException, InterruptedException {
        for (String part : List.of("lifeboat", "cli/src/main/sh", "cli/target/lifeboat", "runbooks")) {
            copy(PROJECT.resolve(part), folder.resolve(part));
        }
        ByLifeboat installed = new ByLifeboat(folder.resolve("lifeboat"));
        Path said = folder.resolve("first-use");
        int status = installed.start(said, "dry-run", folder.resolve("runbooks/primary-failure.runbook").toString())
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
        return installed;
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
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("LIFEBOAT_JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }
}
