package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.builtins.store.Upload;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings what one server has logged to a store, in parts, and proves of each that it joins what is there. */
final class LogIntake {
    /** So much at once: what breaks off is begun again. */
    private static final long MOST = 64L << 20;
    private final ObjectStore store;
    private final Seal seal;
    private final LogEntries entries;
    private final LogFeed feed;
    private final String cluster;
    private final List<ArchivedLog> there;
    private final String uuid;
    private final List<LogFile> files;
    private GtidSet missing = GtidSet.EMPTY;

    LogIntake(ObjectStore store, Seal seal, LogEntries entries, LogFeed feed, String cluster) {
        this.store = store;
        this.seal = seal;
        this.entries = entries;
        this.feed = feed;
        this.cluster = cluster;
        this.uuid = feed.serverUuid();
        this.files = feed.files();
        this.there = new ArrayList<>(entries.list(cluster));
    }

    /** How much it will be, about. */
    long bytes() {
        return files.stream().mapToLong(file -> Math.max(0, file.size() - end(file))).sum();
    }

    /** Why what the server has now does not go on from what is in the store; none where it does. */
    Optional<Failure> refusal() {
        List<ArchivedLog> own = chain().of(uuid);
        boolean anew = !own.isEmpty() && (files.isEmpty()
                || ArchivedLog.compareFiles(files.getLast().name(), own.getLast().file()) < 0
                || files.stream().anyMatch(this::isAnother));
        return anew
                ? Optional.of(Failure
                        .of("`" + feed.server() + "` has begun its binary logs anew under the same `server_uuid`: its `"
                                + (files.isEmpty() ? own.getLast().file() : files.getLast().name())
                                + "` is not what follows `" + own.getLast().file() + "` in store `" + store.name()
                                + "`.")
                        .hint("Somebody has reset them. Give the server a `server_uuid` of its own (stop it, remove `auto.cnf`), so "
                                + "that its logs begin an archive of their own, and take a full backup."))
                : Optional.empty();
    }

    /** Whether the file of that name in the store is no beginning of this one. */
    private boolean isAnother(LogFile file) {
        return partsOf(file).stream().anyMatch(part -> !part.before().equals(file.before())
                || part.to() > file.size() || part.closed() && part.to() != file.size());
    }

    private LogChain chain() {
        return LogChain.of(there);
    }

    private List<ArchivedLog> partsOf(LogFile file) {
        return chain().of(uuid).stream().filter(part -> part.file().equals(file.name())).toList();
    }

    private long end(LogFile file) {
        List<ArchivedLog> parts = partsOf(file);
        return parts.isEmpty() ? 0 : parts.getLast().to();
    }

    /**
     * Brings all that is not there yet.
     *
     * @param headway hears of each byte
     * @return what had been purged before it got here
     */
    GtidSet bring(Headway headway) {
        List<ArchivedLog> own = chain().of(uuid);
        for (LogFile file : files) {
            // What is older than all that is there was removed from there on purpose.
            if (own.isEmpty() || ArchivedLog.compareFiles(file.name(), own.getFirst().file()) >= 0) {
                bring(file, headway);
            }
        }
        return missing;
    }

    private void bring(LogFile file, Headway headway) {
        long from = end(file);
        if (from == 0 && !there.isEmpty()) {
            missing = missing.union(file.before().subtract(chain().known()));
        }
        for (boolean more = from < file.size(); more;) {
            Optional<ArchivedLog> part = part(file, from, headway);
            part.ifPresent(there::add);
            more = part.filter(one -> !one.closed() && one.to() < file.size()).isPresent();
            from = part.map(ArchivedLog::to).orElse(from);
        }
    }

    private Optional<ArchivedLog> part(LogFile file, long from, Headway headway) {
        String object = cluster + "/" + uuid + "/binlog/" + file.name() + "/" + from + "/log";
        try (Upload upload = store.upload(object)) {
            HashedOutput hashed = new HashedOutput(upload);
            LogPart part = sealed(file, from, hashed, object, headway);
            if (part.to() == from || part.holds().isEmpty() && !part.closed()) {
                return Optional.empty();
            }
            refuseTwice(file, part);
            StoredObject stored = upload.complete();
            ArchivedLog entry = new ArchivedLog(store.name(), cluster, feed.server(), uuid, file.name(), from,
                    part.to(), part.closed(), file.before(), part.holds(), part.first(), part.last(),
                    new Value.Size(stored.size()), hashed.sha256(), seal.key());
            entries.write(entry);
            return Optional.of(entry);
        } catch (IOException e) {
            throw Failure.of("Binary log `" + file.name() + "` of `" + feed.server() + "` did not get to store `"
                    + store.name() + "`: " + e.getMessage()).because(e)
                    .hint("What is there stays. The next time goes on from " + Texts.count(from) + " bytes in it.");
        }
    }

    private LogPart sealed(LogFile file, long from, HashedOutput onto, String object, Headway headway)
            throws IOException {
        try (OutputStream sealed = seal.seal(onto, object)) {
            return feed.copy(file.name(), from, MOST, new java.io.FilterOutputStream(sealed) {
                @Override
                public void write(byte[] some, int at, int length) throws IOException {
                    out.write(some, at, length);
                    headway.add(length);
                }
            });
        }
    }

    private void refuseTwice(LogFile file, LogPart part) {
        GtidSet twice = part.holds().intersect(
                partsOf(file).stream().map(ArchivedLog::holds).reduce(file.before(), GtidSet::union));
        if (!twice.isEmpty()) {
            throw Failure.of("`" + feed.server() + "` has logged transactions twice, which no server does by itself: "
                    + twice + " stand in `" + file.name() + "` and before.")
                    .hint("Find out what was done to its GTIDs. Nothing of this was archived.");
        }
    }
}
