package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.data.FoundTransaction;
import dev.lifeboat.builtins.mysql.data.TransactionSearch;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for transactions in archived logs, one server's after the other. */
record LogSearch(Call call, String cluster, String store) {

    List<FoundTransaction> find(Wanted wanted) {
        LogChain chain = chain();
        Map<GtidSet, FoundTransaction> found = new LinkedHashMap<>();
        for (String server : chain.servers()) {
            new TransactionSearch(call, new OfServer(server, chain.of(server))).find(wanted)
                    .forEach(one -> found.merge(one.gtid(), one, LogSearch::joined));
        }
        chain.gaps().forEach(gap -> call.did(store,
                "something is MISSING before " + gap.behind().folder() + ": " + gap.missing()));
        List<FoundTransaction> all = new ArrayList<>(found.values());
        all.sort(Comparator.comparing(FoundTransaction::committed).reversed());
        return List.copyOf(all);
    }

    /** Two servers have the same transaction, and each may have dependants that the other has not. */
    private static FoundTransaction joined(FoundTransaction one, FoundTransaction other) {
        return new FoundTransaction(one.gtid(), one.committed(), one.tables(), one.inserts(), one.updates(),
                one.deletes(), one.statements(), one.dependants().union(other.dependants()),
                one.dependantsKnown() && other.dependantsKnown());
    }

    FoundTransaction firstSince(Instant time) {
        LogChain chain = chain();
        Wanted wanted = new Wanted(GtidSet.EMPTY, Optional.of(time), Optional.empty(), List.of(), Optional.empty(), 0,
                List.of(), false, 1);
        return chain.servers().stream().flatMap(server -> first(chain.of(server), wanted).stream())
                .min(Comparator.comparing(FoundTransaction::committed))
                .orElseThrow(() -> Failure.of("Nothing that store `" + store + "` has was committed at "
                        + Texts.timestamp(time) + " or later.")
                        .hint("`backup.chain` says how far its logs reach."));
    }

    private Optional<FoundTransaction> first(List<ArchivedLog> parts, Wanted wanted) {
        LogArchive archive = call.port(LogArchive.class, store);
        Place place = parts.getFirst().begin();
        while (true) {
            Page page = archive.search(cluster, parts.getFirst().serverUuid(), place, wanted);
            if (!page.transactions().isEmpty() || page.end()) {
                return page.transactions().stream().findFirst()
                        .map(one -> FoundTransaction.of(one, GtidSet.EMPTY, false));
            }
            place = page.next();
        }
    }

    private LogChain chain() {
        return LogChain.of(call.port(LogArchive.class, store).logs(cluster));
    }

    /** The archived logs of one server, as if it were that server. */
    private final class OfServer implements BinaryLogs {
        private final String serverUuid;
        private final List<ArchivedLog> parts;

        OfServer(String serverUuid, List<ArchivedLog> parts) {
            this.serverUuid = serverUuid;
            this.parts = parts;
        }

        @Override
        public String name() {
            return store;
        }

        @Override
        public List<LogFile> files() {
            Map<String, LogFile> files = new LinkedHashMap<>();
            parts.forEach(part -> files.put(part.file(), new LogFile(part.file(), part.to(), part.before())));
            return List.copyOf(files.values());
        }

        @Override
        public Page read(Place from, Wanted wanted) {
            return call.port(LogArchive.class, store).search(cluster, serverUuid, from, wanted);
        }

        @Override
        public GtidSet executed() {
            return parts.stream().map(part -> part.before().union(part.holds())).reduce(GtidSet.EMPTY,
                    GtidSet::union);
        }

        @Override
        public void take(String from, GtidSet transactions) {
            throw new UnsupportedOperationException("An archive takes nothing.");
        }
    }
}
