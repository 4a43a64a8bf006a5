package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.binlog.BinlogBytes;
import dev.lifeboat.builtins.mysql.binlog.TableShape;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Opens archived logs. */
final class LogContents {
    private final ObjectStore store;
    private final Seal seal;

    LogContents(ObjectStore store, Seal seal) {
        this.store = store;
        this.seal = seal;
    }

    InputStream open(ArchivedLog part) throws IOException {
        return open(part, store.read(part.object(), 0));
    }

    InputStream open(ArchivedLog part, InputStream stored) throws IOException {
        return seal.open(stored, part.key(), part.object());
    }

    /**
     * Logs as whole files again, each opened when it is asked for. Parts that are not wanted may be missing in them.
     *
     * @param beginnings finds the first part of the file of another
     */
    List<Supplier<InputStream>> files(List<ArchivedLog> parts, Function<ArchivedLog, ArchivedLog> beginnings,
            Headway headway) {
        SequencedMap<String, List<ArchivedLog>> files = parts.stream()
                .collect(Collectors.groupingBy(ArchivedLog::file, LinkedHashMap::new, Collectors.toList()));
        return files.values().stream().<Supplier<InputStream>>map(
                file -> () -> watched(file(file, beginnings), headway)).toList();
    }

    /** What is read counts. */
    static InputStream watched(InputStream stream, Headway headway) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                int read = in.read(into, at, length);
                headway.add(Math.max(0, read));
                return read;
            }
        };
    }

    private InputStream file(List<ArchivedLog> parts, Function<ArchivedLog, ArchivedLog> beginnings) {
        List<InputStream> streams = new ArrayList<>();
        if (parts.getFirst().from() > 0) {
            streams.add(head(beginnings.apply(parts.getFirst())));
        }
        parts.forEach(part -> streams.add(new Lazily(part)));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private InputStream head(ArchivedLog beginning) {
        try {
            return new ByteArrayInputStream(format(beginning, (schema, table) -> Optional.empty()).head());
        } catch (IOException e) {
            throw damaged(beginning, e);
        }
    }

    /** How to read any part of a file, which stands in its first one. */
    BinlogBytes format(ArchivedLog beginning, BiFunction<String, String, Optional<TableShape>> shapes)
            throws IOException {
        try (InputStream in = open(beginning)) {
            return BinlogBytes.of(beginning.server(), in, shapes);
        }
    }

    /**
     * Reads on in one server's logs.
     *
     * @param parts all of them, in their order
     */
    Page read(List<ArchivedLog> parts, Place from, Wanted wanted,
            BiFunction<String, String, Optional<TableShape>> shapes) {
        Place place = from;
        long passed = 0;
        for (ArchivedLog part : parts.stream().filter(one -> isBehind(one, from)).toList()) {
            long offset = part.file().equals(from.file()) ? Math.max(part.from(), from.offset()) : part.from();
            place = new Place(part.file(), offset);
            if (mayHold(part, wanted)) {
                return page(parts, part, place, wanted, shapes, passed);
            }
            passed += part.to() - offset;
            place = new Place(part.file(), part.to());
        }
        return new Page(List.of(), place, true, passed);
    }

    private static boolean isBehind(ArchivedLog part, Place from) {
        int order = ArchivedLog.compareFiles(part.file(), from.file());
        return order > 0 || order == 0 && part.to() > from.offset();
    }

    /** By what its entry says. */
    private static boolean mayHold(ArchivedLog part, Wanted wanted) {
        return !part.holds().isEmpty()
                && (wanted.among().isEmpty() || !part.holds().intersect(wanted.among()).isEmpty())
                && wanted.from().filter(from -> part.last().orElseThrow().isBefore(from)).isEmpty()
                && wanted.to().filter(to -> !part.first().orElseThrow().isBefore(to)).isEmpty();
    }

    private Page page(List<ArchivedLog> parts, ArchivedLog part, Place from, Wanted wanted,
            BiFunction<String, String, Optional<TableShape>> shapes, long passed) {
        ArchivedLog beginning = LogChain.of(parts).beginning(part)
                .orElseThrow(() -> Failure.of("The beginning of `" + part.file() + "` of `" + part.server()
                        + "` is not in store `" + part.store() + "`, and without it the rest can't be read.")
                        .hint("Look into the logs of another server, or into another store."));
        try (InputStream in = open(part)) {
            in.skipNBytes(from.offset() - part.from());
            Page page = format(beginning, shapes).read(in, from, wanted);
            Place next = page.end() ? new Place(part.file(), part.to()) : page.next();
            return new Page(page.transactions(), next, page.end() && part.equals(parts.getLast()),
                    passed + page.bytes());
        } catch (IOException e) {
            throw damaged(part, e);
        }
    }

    static Failure damaged(ArchivedLog part, IOException e) {
        return Failure.of("`" + part.object() + "` in store `" + part.store() + "` can't be read: " + e.getMessage())
                .because(e).hint("`backup.verify_logs` says what is wrong with it.");
    }

    private final class Lazily extends InputStream {
        private final ArchivedLog part;
        private Optional<InputStream> opened = Optional.empty();

        Lazily(ArchivedLog part) {
            this.part = part;
        }

        private InputStream in() throws IOException {
            if (opened.isEmpty()) {
                opened = Optional.of(open(part));
            }
            return opened.get();
        }

        @Override
        public int read() throws IOException {
            return in().read();
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            return in().read(into, at, length);
        }

        @Override
        public void close() throws IOException {
            if (opened.isPresent()) {
                opened.get().close();
            }
        }
    }
}
