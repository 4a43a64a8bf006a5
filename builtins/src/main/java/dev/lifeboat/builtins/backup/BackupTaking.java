package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.backup.StoredBackups.Parts;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.Upload;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Takes one full backup: one stream from the server into the store, sealed on the way, and looked at before it is sealed. */
record BackupTaking(Parts parts, Order order) {

    void take() {
        BackupPlace place = new BackupPlace(order.cluster(), order.serverUuid(), order.id());
        boolean whole = false;
        try {
            Manifest manifest = dumped(place);
            byte[] text = BackupText.of(manifest);
            sealed(place, text);
            require(parts.store().create(place.manifest(), text), place);
            whole = true;
        } catch (IOException | UncheckedIOException e) {
            throw Failure.of("The backup of `" + order.server() + "` could not be brought to store `" + store().name()
                    + "`: " + e.getMessage() + ". Nothing is left of it there.").because(e);
        } finally {
            if (!whole) {
                discard(place);
            }
        }
    }

    private ObjectStore store() {
        return parts.store();
    }

    private Manifest dumped(BackupPlace place) throws IOException {
        Dumper dumper = parts.dumper().apply(order.server());
        String key = parts.seal().key();
        DumpScanner scanner = new DumpScanner();
        try (Upload upload = store().upload(place.dump())) {
            Measured object = new Measured(upload);
            try (OutputStream plain = parts.seal().seal(object, place.dump())) {
                dumper.dump(new Passing(scanner, plain, gauge()));
            }
            DumpFacts facts = scanner.facts();
            requireWhole(facts);
            upload.complete();
            return manifest(facts, object, dumper.tool(), key);
        }
    }

    private Gauge gauge() {
        return new Gauge("dumping " + order.server(), 0, parts.clock(), parts.progress());
    }

    private void requireWhole(DumpFacts facts) {
        ManifestCheck.whole(facts).ifPresent(objection -> {
            throw Failure
                    .of("What `" + order.server() + "` gave is no backup: it " + objection + ". It was thrown away.")
                    .hint("Look at what the server says in its log, and take it again, or from another server.");
        });
    }

    private Manifest manifest(DumpFacts facts, Measured object, String tool, String key) {
        return new Manifest(order.id(), store().name(), order.cluster(), order.server(), order.serverUuid(),
                order.epoch(), order.began(), parts.clock().now(), facts.executed().orElseThrow(), facts.logFile(),
                facts.logPosition(), order.serverVersion(), tool, new Value.Size(facts.size()),
                new Value.Size(object.size()), object.hash(), key, facts.tables());
    }

    private void sealed(BackupPlace place, byte[] text) throws IOException {
        try (Upload upload = store().upload(place.sealed())) {
            try (OutputStream plain = parts.seal().seal(upload, place.sealed())) {
                plain.write(text);
            }
            upload.complete();
        }
    }

    private void require(boolean created, BackupPlace place) {
        if (!created) {
            throw Failure.of("Somebody else has taken a backup `" + order.id() + "` into store `" + store().name()
                    + "` at the same time: the two are mixed up, and neither can be used.")
                    .evidence(List.of(place.folder()))
                    .hint("Take another one, and let one run at a time take backups.");
        }
    }

    /** An interruption ends the taking, and not the tidying up. */
    private void discard(BackupPlace place) {
        boolean interrupted = Thread.interrupted();
        try {
            new Shelf(store()).remove(place);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets what passes be looked at on its way. */
    private static final class Passing extends OutputStream {
        private final DumpScanner scanner;
        private final OutputStream plain;
        private final Gauge gauge;

        Passing(DumpScanner scanner, OutputStream plain, Gauge gauge) {
            this.scanner = scanner;
            this.plain = plain;
            this.gauge = gauge;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            scanner.write(bytes, from, length);
            plain.write(bytes, from, length);
            gauge.passed(length);
        }
    }
}
