package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.binlog.TableShape;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.builtins.store.Upload;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The binary logs in any store. */
public final class StoredLogs implements LogArchive {
    private final ObjectStore store;
    private final Seal seal;
    private final LogEntries entries;
    private final LogContents contents;
    private final Function<String, LogFeed> feeds;
    private final Function<String, ObjectStore> others;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * @param feeds    finds a server's logs
     * @param others   finds another store
     * @param progress hears how far what takes long has come
     */
    public StoredLogs(ObjectStore store, Seal seal, Function<String, LogFeed> feeds,
            Function<String, ObjectStore> others, Clock clock, Consumer<String> progress) {
        this.store = store;
        this.seal = seal;
        this.entries = new LogEntries(store, seal);
        this.contents = new LogContents(store, seal);
        this.feeds = feeds;
        this.others = others;
        this.clock = clock;
        this.progress = progress;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public List<ArchivedLog> logs(String cluster) {
        return entries.list(cluster);
    }

    @Override
    public void archive(String cluster, String server) {
        LogFeed feed = feeds.apply(server);
        feed.rotate();
        LogIntake intake = intake(cluster, feed);
        intake.refusal().ifPresent(why -> {
            throw why;
        });
        String what = what(server);
        refuseMissing(what, intake.bring(new Headway(clock, progress, "of " + what + " brought", intake.bytes())));
    }

    private String what(String server) {
        return "the logs of `" + server + "` in store `" + name() + "`";
    }

    private LogIntake intake(String cluster, LogFeed feed) {
        return new LogIntake(store, seal, entries, feed, cluster);
    }

    static void refuseMissing(String what, GtidSet missing) {
        if (!missing.isEmpty()) {
            throw Failure.of("There is a hole in " + what + ": " + Texts.count(missing.count(), "transaction")
                    + " had been purged from the server before they got there: " + missing + ".")
                    .hint("All that the server still has is there now. Another server may still have them: archive that one's "
                            + "logs as well. Take a full backup: recovery from an older one can't get past the hole.");
        }
    }

    @Override
    public void stream(String cluster, String server, Duration length, Duration rpo) {
        LogFeed feed = feeds.apply(server);
        Instant newest = logs(cluster).stream().flatMap(log -> log.last().stream()).max(Instant::compareTo)
                .orElse(clock.now());
        new LogStream(clock, progress, what(server), rpo, newest).run(length, () -> intake(cluster, feed));
    }

    @Override
    public List<LogDamage> verify(String cluster, GtidSet transactions) {
        LogChain chain = LogChain.of(logs(cluster));
        List<ArchivedLog> wanted = logs(cluster).stream().filter(
                part -> transactions.isEmpty() || !part.holds().intersect(transactions).isEmpty()).toList();
        List<LogDamage> damage = new ArrayList<>(entries.unreadable(cluster).stream().map(this::unreadable).toList());
        damage.addAll(damaged(wanted, chain).values());
        if (transactions.isEmpty()) {
            chain.gaps().forEach(gap -> damage.add(hole(gap, chain)));
        }
        return damage;
    }

    /** @return what is wrong, by the part that it is wrong with */
    SequencedMap<ArchivedLog, LogDamage> damaged(List<ArchivedLog> parts, LogChain chain) {
        Headway headway = new Headway(clock, progress, "of the logs in `" + name() + "` verified",
                parts.stream().mapToLong(ArchivedLog::length).sum());
        LogVerification verification = new LogVerification(store, entries, contents, chain, headway);
        SequencedMap<ArchivedLog, LogDamage> damage = new LinkedHashMap<>();
        parts.forEach(part -> verification.of(part)
                .ifPresent(found -> damage.put(part, found)));
        return damage;
    }

    /** As whole files again. */
    List<Supplier<InputStream>> files(List<ArchivedLog> parts, LogChain chain, Headway headway) {
        return contents.files(parts, part -> chain.beginning(part).orElseThrow(), headway);
    }

    private LogDamage unreadable(StoredObject entry) {
        return new LogDamage(entry.name(),
                "It is no entry of a log, or that of another part: nobody can say what the log beside it is.",
                "Take it from another store, or from the server itself if it still has the file.", GtidSet.EMPTY);
    }

    private static LogDamage hole(LogChain.Gap gap, LogChain chain) {
        ArchivedLog behind = gap.behind();
        GtidSet nowhere = gap.missing().subtract(chain.holds());
        return new LogDamage(behind.object(), "There is a hole before it in the logs of `" + behind.server() + "`: "
                + (gap.missing().isEmpty()
                        ? "a part of `" + behind.file() + "` is missing."
                        : gap.missing() + " " + (nowhere.isEmpty()
                                ? "are missing, and are in the logs of another server here."
                                : "are missing.")),
                nowhere.isEmpty()
                        ? "Recovery takes them from the other server's logs."
                        : "Archive the logs of another server that still has them; else recovery can't get past it from an older backup.",
                nowhere);
    }

    @Override
    public Page search(String cluster, String serverUuid, Place from, Wanted wanted) {
        List<ArchivedLog> parts = LogChain.of(logs(cluster)).of(serverUuid);
        return contents.read(parts, from, wanted, shapes(parts));
    }

    @Override
    public GtidSet before(String cluster, GtidSet transaction) {
        LogChain chain = LogChain.of(logs(cluster));
        ArchivedLog part = chain.servers().stream().flatMap(server -> chain.of(server).stream())
                .filter(one -> one.holds().contains(transaction))
                .max(Comparator.comparing(one -> !transaction.from(one.serverUuid()).isEmpty()))
                .orElseThrow(() -> Failure.of("No log in store `" + name() + "` has " + transaction + ".")
                        .hint("`backup.chain` says what is there; `backup.binlogs` brings what a server has logged since."));
        GtidSet before = chain.before(part);
        Place place = part.begin();
        while (true) {
            Page page = search(cluster, part.serverUuid(), place, Wanted.ALL);
            for (LoggedTransaction one : page.transactions()) {
                if (one.gtid().equals(transaction)) {
                    return before;
                }
                before = before.union(one.gtid());
            }
            place = page.next();
            if (page.end()) {
                throw Failure.of("The entry of `" + part.object() + "` in store `" + name() + "` says that it holds "
                        + transaction + ", and it does not.").hint("`backup.verify_logs` says what is wrong.");
            }
        }
    }

    /** A server that can't be asked any more has told nobody what its columns are called. */
    private BiFunction<String, String, Optional<TableShape>> shapes(List<ArchivedLog> parts) {
        return (schema, table) -> {
            try {
                return parts.isEmpty()
                        ? Optional.empty()
                        : feeds.apply(parts.getLast().server()).shape(schema, table);
            } catch (Failure gone) {
                return Optional.empty();
            }
        };
    }

    @Override
    public void copy(ArchivedLog part, String toStore) {
        ObjectStore other = others.apply(toStore);
        for (String object : LogEntries.objects(part)) {
            try (InputStream in = store.read(object, 0); Upload out = other.upload(object)) {
                in.transferTo(out);
                out.complete();
            } catch (IOException e) {
                throw Failure.of("`" + object + "` did not get from store `" + name() + "` to `" + toStore + "`: "
                        + e.getMessage()).because(e).hint("Copy again: what is there already stays.");
            }
        }
    }

    @Override
    public void remove(ArchivedLog part) {
        entries.remove(part);
    }
}
