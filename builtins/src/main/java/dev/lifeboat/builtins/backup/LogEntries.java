package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.interpreter.builtin.JavaTypes;
import dev.lifeboat.interpreter.run.PortJson;
import dev.lifeboat.interpreter.value.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What stands beside each archived part of a log and says what it is: in JSON, for who has no key, and the same once more, sealed, so that one that lies is found. */
final class LogEntries {
    private static final String PLAIN = "entry.json";
    private static final String SEALED = "entry.sealed";
    private static final PortJson JSON = new PortJson(
            new JavaTypes().text("gtids", GtidSet.class, GtidSet::parse));
    private final ObjectStore store;
    private final Seal seal;
    /** They do not change once they are there; a store of a year has many. */
    private final Map<StoredObject, Optional<ArchivedLog>> known = new ConcurrentHashMap<>();

    LogEntries(ObjectStore store, Seal seal) {
        this.store = store;
        this.seal = seal;
    }

    /** Those that can be read, in the order in which the servers wrote. */
    List<ArchivedLog> list(String cluster) {
        return objects(cluster).stream().flatMap(object -> read(object).stream()).sorted(ArchivedLog.WRITTEN).toList();
    }

    /** Those of which nobody can say what they are. */
    List<StoredObject> unreadable(String cluster) {
        return objects(cluster).stream().filter(object -> read(object).isEmpty()).toList();
    }

    private List<StoredObject> objects(String cluster) {
        List<StoredObject> entries = new ArrayList<>();
        for (StoredObject object : store.list(cluster + "/")) {
            if (object.name().contains("/binlog/") && object.name().endsWith("/" + PLAIN)) {
                entries.add(object);
            }
        }
        return entries;
    }

    private Optional<ArchivedLog> read(StoredObject object) {
        return known.computeIfAbsent(object, entry -> parsed(bytes(entry.name()), entry.name()));
    }

    /** An entry that stands where that of another part belongs says nothing. */
    private Optional<ArchivedLog> parsed(byte[] text, String object) {
        try {
            ArchivedLog entry = (ArchivedLog) JSON.read(new Json(new String(text, StandardCharsets.UTF_8)),
                    ArchivedLog.class);
            return Optional.of(entry.in(store.name())).filter(one -> object.equals(one.folder() + PLAIN));
        } catch (tools.jackson.core.JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] bytes(String object) {
        try (InputStream in = store.read(object, 0)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The one that is read comes last: with it the part is there. */
    void write(ArchivedLog part) {
        byte[] text = JSON.answer(part).text().getBytes(StandardCharsets.UTF_8);
        String sealed = part.folder() + SEALED;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = seal.seal(bytes, sealed)) {
            out.write(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        store.replace(sealed, bytes.toByteArray());
        store.replace(part.folder() + PLAIN, text);
    }

    /**
     * Whether it says the same as its sealed copy.
     *
     * @throws IOException where that does not open
     */
    boolean honest(ArchivedLog part) throws IOException {
        String sealed = part.folder() + SEALED;
        try (InputStream in = seal.open(new ByteArrayInputStream(bytes(sealed)), part.key(), sealed)) {
            return parsed(in.readAllBytes(), part.folder() + PLAIN).equals(Optional.of(part));
        }
    }

    /** With the entry it is gone. */
    void remove(ArchivedLog part) {
        store.delete(part.folder() + PLAIN);
        store.delete(part.folder() + SEALED);
        store.delete(part.object());
    }

    /** All objects of a part, the entry last. */
    static List<String> objects(ArchivedLog part) {
        return List.of(part.object(), part.folder() + SEALED, part.folder() + PLAIN);
    }
}
