package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A dump of a lab's server in a plain file, for tests of what is done with one; where a real backup is compressed, sealed and in a store. */
final class DumpFile implements BackupSource {
    private static final Instant TIME = Instant.parse("2026-11-27T02:00:00Z");
    private final Path file;
    private Manifest manifest;
    /** What becomes of the stream on its way, after it was verified. */
    UnaryOperator<InputStream> spoiled = UnaryOperator.identity();

    private DumpFile(Path file) {
        this.file = file;
    }

    static DumpFile of(MySqlLab lab, LabServer server, Path file) throws Exception {
        Process dump = new ProcessBuilder(lab.distribution().program("mysqldump").orElseThrow().toString(),
                "--no-defaults", "--host=127.0.0.1", "--port=" + server.port(), "--user=root", "--single-transaction",
                "--source-data=2", "--routines", "--events", "--triggers", "--hex-blob", "--set-gtid-purged=ON",
                "--flush-privileges", "--all-databases").redirectOutput(file.toFile())
                .redirectError(Redirect.INHERIT).start();
        if (dump.waitFor() != 0) {
            throw new IllegalStateException("mysqldump ended with " + dump.exitValue());
        }
        DumpFile source = new DumpFile(file);
        source.manifest = source.manifest(server);
        return source;
    }

    private Manifest manifest(LabServer server) throws IOException {
        DumpScanner scanner = new DumpScanner();
        Files.copy(file, scanner);
        DumpFacts facts = scanner.facts();
        return new Manifest("shop-20261127T020000Z-" + server.name(), "san", "shop", server.name(), server.uuid(), "",
                TIME, TIME, facts.executed().orElseThrow(), facts.logFile(), facts.logPosition(),
                server.version().toString(), "mysqldump", new Value.Size(facts.size()), new Value.Size(facts.size()),
                "", "", facts.tables());
    }

    Manifest manifest() {
        return manifest;
    }

    /** Another one that says the same, but for what the operator changes. */
    void say(UnaryOperator<Manifest> otherwise) {
        manifest = otherwise.apply(manifest);
    }

    Path file() {
        return file;
    }

    @Override
    public Manifest manifest(String id) {
        return manifest;
    }

    @Override
    public void verify(Manifest backup) {}

    @Override
    public InputStream sql(Manifest backup) throws IOException {
        return spoiled.apply(Files.newInputStream(file));
    }
}
