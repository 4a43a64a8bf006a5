package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.LastKnown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the readiness check has written down: one row of schema {@code lifeboat}, with a line for each entry. */
public final class Notebook {
    private static final String TABLE = "lifeboat.record";
    private static final long KEY = 1;
    private static final String SEPARATOR = "\t";

    private Notebook() {}

    public static Written write(Server server, List<Entry> entries, Instant now) {
        return server.write(Account.ADMIN, now, server.rows().upsert(TABLE, KEY, text(entries, now)));
    }

    /** It was written before the story begins. */
    public static void writtenBefore(Rows rows, List<Entry> entries, Instant then) {
        rows.put(TABLE, KEY, text(entries, then));
    }

    private static String text(List<Entry> entries, Instant now) {
        return Stream.concat(Stream.of(now.toString()), entries.stream().map(
                entry -> String.join(SEPARATOR, entry.kind().name(), entry.server(), entry.name(), entry.value())))
                .collect(Collectors.joining("\n"));
    }

    public static LastKnown read(Server server) {
        return server.rows().get(TABLE, KEY).map(Notebook::parse).orElse(LastKnown.NONE);
    }

    private static LastKnown parse(String text) {
        List<String> lines = text.lines().toList();
        return new LastKnown(Optional.of(Instant.parse(lines.getFirst())),
                lines.stream().skip(1).map(line -> line.split(SEPARATOR, -1))
                        .map(parts -> new Entry(EntryKind.valueOf(parts[0]), parts[1], parts[2], parts[3])).toList());
    }
}
