package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.binlog.BinlogBytes;
import dev.lifeboat.builtins.mysql.binlog.BinlogBytes.Examined;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads archived parts to their ends, and finds what is wrong with them. Each is found before anything is applied, and said in words of its own. */
final class LogVerification {
    private static final String OTHER_COPY = "Take it from another store (`backup.copy_logs`), from the logs of another server, or from the server itself if it still has the file.";
    private static final String NOT_BY_LIFEBOAT = "Somebody has changed what is in the store: find out who, and whether more was changed. "
            + OTHER_COPY;
    private final ObjectStore store;
    private final LogEntries entries;
    private final LogContents contents;
    private final LogChain chain;
    private final Headway headway;

    LogVerification(ObjectStore store, LogEntries entries, LogContents contents, LogChain chain,
            Headway headway) {
        this.store = store;
        this.entries = entries;
        this.contents = contents;
        this.chain = chain;
        this.headway = headway;
    }

    Optional<LogDamage> of(ArchivedLog part) {
        try {
            return Optional.of(damage(part)).filter(found -> !found.isEmpty()).map(List::getFirst);
        } catch (Failure failed) {
            return Optional.of(new LogDamage(part.object(), failed.getMessage(), failed.hint(), part.holds()));
        }
    }

    private List<LogDamage> damage(ArchivedLog part) {
        List<LogDamage> found = new ArrayList<>();
        Optional<StoredObject> object = store.find(part.object());
        if (object.isEmpty()) {
            found.add(damaged(part, "It is missing: its entry is there, and the log is not.", OTHER_COPY));
        } else if (object.get().size() != part.stored().bytes()) {
            found.add(another(part, sum(part)).orElseGet(() -> damaged(part, "It has "
                    + Texts.count(object.get().size()) + " bytes and not " + Texts.count(part.stored().bytes())
                    + (object.get().size() < part.stored().bytes()
                            ? ": it was cut off."
                            : ": something was added to it."),
                    OTHER_COPY)));
        } else {
            lie(part).ifPresent(found::add);
            if (found.isEmpty()) {
                content(part).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<LogDamage> lie(ArchivedLog part) {
        try {
            return entries.honest(part)
                    ? Optional.empty()
                    : Optional.of(
                            damaged(part, "Its entry does not say what was sealed with it: somebody has changed it.",
                                    NOT_BY_LIFEBOAT));
        } catch (IOException e) {
            return Optional
                    .of(damaged(part, "The sealed copy of its entry does not open: it was damaged, or belongs to "
                            + "another part.", NOT_BY_LIFEBOAT));
        }
    }

    /** Whether it is what belongs to another part. */
    private Optional<LogDamage> another(ArchivedLog part, String sum) {
        return chain.all().filter(one -> !one.equals(part) && one.sha256().equals(sum)).findFirst()
                .map(other -> damaged(part, "It is the log that belongs to `" + other.object()
                        + "`: objects were swapped.", NOT_BY_LIFEBOAT));
    }

    private String sum(ArchivedLog part) {
        try (InputStream stored = store.read(part.object(), 0);
                HashedOutput sum = new HashedOutput(OutputStream.nullOutputStream())) {
            stored.transferTo(sum);
            return sum.sha256();
        } catch (IOException e) {
            throw LogContents.damaged(part, e);
        }
    }

    private Optional<LogDamage> content(ArchivedLog part) {
        Optional<ArchivedLog> beginning = chain.beginning(part);
        if (beginning.isEmpty()) {
            return Optional
                    .of(damaged(part, "The beginning of `" + part.file() + "` is not there, and without it this part "
                            + "can't be read.", OTHER_COPY));
        }
        try (DigestInputStream stored = new DigestInputStream(store.read(part.object(), 0), HashedOutput.digest())) {
            Optional<String> wrong = opened(part, beginning.get(), stored);
            stored.transferTo(OutputStream.nullOutputStream());
            String sum = HexFormat.of().formatHex(stored.getMessageDigest().digest());
            if (!sum.equals(part.sha256())) {
                return another(part, sum).or(() -> Optional.of(damaged(part,
                        "It is not what was written there: its SHA-256 is another one.", OTHER_COPY)));
            }
            return wrong.map(what -> damaged(part, what, NOT_BY_LIFEBOAT));
        } catch (IOException e) {
            throw LogContents.damaged(part, e);
        }
    }

    /** @return what is wrong with what is sealed in it */
    private Optional<String> opened(ArchivedLog part, ArchivedLog beginning, InputStream stored) throws IOException {
        BinlogBytes format;
        try {
            format = contents.format(beginning, (schema, table) -> Optional.empty());
        } catch (IOException e) {
            return Optional.of("The beginning of `" + part.file() + "` does not open: " + e.getMessage());
        }
        try (InputStream log = contents.open(part, new Unclosed(stored))) {
            Examined found = format.examine(LogContents.watched(log, headway), part.from());
            return found.part().to() == part.to() && found.part().holds().equals(part.holds())
                    && found.part().first().equals(part.first()) && found.part().last().equals(part.last())
                    && found.before().filter(before -> !before.equals(part.before())).isEmpty()
                            ? Optional.empty()
                            : Optional.of("It holds something else than its entry says: "
                                    + described(found.part().holds()) + " and not " + described(part.holds()) + ".");
        } catch (IOException | RuntimeException e) {
            if (e instanceof Failure failure) {
                throw failure;
            }
            return Optional.of("It does not open as what it is said to be: it was sealed as something else. ("
                    + e.getMessage() + ")");
        }
    }

    private static String described(GtidSet set) {
        return set.isEmpty() ? "nothing" : set.toString();
    }

    private static LogDamage damaged(ArchivedLog part, String what, String hint) {
        return new LogDamage(part.object(), what, hint, part.holds());
    }

    /** What is behind it is read on when this is closed. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // It belongs to whoever opened it.
        }
    }
}
