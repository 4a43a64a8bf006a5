package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs {@link BackupRun} as the launcher runs Lifeboat for a backup, with 512 MB of heap.
 *
 * @param archive of the classes that looking at a store loads, as a preflight leaves one for the launcher
 */
record BackupProcess(Path keys, int port, String uuid, Path archive) {
    private static final int WITH_ARCHIVES = 25;

    BackupProcess with(Path other) {
        return new BackupProcess(keys, port, uuid, other);
    }

    /** Before anything is measured, as on a machine where a preflight was run once. */
    void makeArchive(String store) throws Exception {
        if (Runtime.version().feature() >= WITH_ARCHIVES) {
            run("-XX:AOTCacheOutput=" + archive, Redirect.DISCARD, "look", 1, store);
            assertThat(archive).isNotEmptyFile();
        }
    }

    /** @return bytes of SQL, bytes in the store, peak of the heap in bytes */
    long[] run(String action, int level, String store) throws Exception {
        String sharing = Files.exists(archive) ? "-XX:AOTCache=" + archive : "-Xshare:auto";
        String said = run(sharing, Redirect.INHERIT, action, level, store);
        return Stream.of(said.strip().split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private String run(String sharing, Redirect errors, String action, int level, String store) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:disable", sharing, "-Xmx512m", "-XX:+UseSerialGC",
                        "-D" + ClientProgram.FOLDER + "=" + System.getProperty(ClientProgram.FOLDER), "-cp", jars(),
                        BackupRun.class.getName(), action, keys.toString(), String.valueOf(port), uuid,
                        String.valueOf(level), store));
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    /** An archive holds classes of jars alone; those of the tests were packaged before. */
    private static String jars() throws IOException {
        try (Stream<Path> packaged = Files.list(Path.of("target"))) {
            String tests = packaged.filter(file -> file.toString().endsWith("-tests.jar")).findFirst().orElseThrow()
                    .toAbsolutePath().toString();
            return Stream.of(System.getProperty("java.class.path").split(":"))
                    .map(entry -> entry.endsWith("test-classes") ? tests : entry)
                    .filter(entry -> entry.endsWith(".jar"))
                    .collect(Collectors.joining(":"));
        }
    }
}
