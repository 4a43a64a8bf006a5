package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks what a cluster's archived binary logs are good for. */
record LogSurvey(Call call, Cluster cluster, String store) {

    LogCoverage look() {
        LogChain chain = LogChain.of(call.port(LogArchive.class, store).logs(cluster.name()));
        GtidSet holds = chain.holds();
        GtidSet missing = chain.gaps().stream().map(LogChain.Gap::missing).reduce(GtidSet.EMPTY, GtidSet::union)
                .subtract(holds);
        Optional<Instant> newest = chain.newest();
        Optional<Duration> age = age(chain, newest);
        LogCoverage found = new LogCoverage(holds, missing, missing.isEmpty() ? List.of() : having(missing), newest,
                age,
                age.filter(one -> one.compareTo(rpo()) <= 0).isPresent(), backups(chain));
        call.did(store, told(found));
        return found;
    }

    /** Where the primary has executed no more than what is known there, the archive is as young as can be. */
    private Optional<Duration> age(LogChain chain, Optional<Instant> newest) {
        try {
            GtidSet more = call.port(BinaryLogs.class, cluster.primary().name()).executed().subtract(chain.known());
            if (more.isEmpty() && newest.isPresent()) {
                return Optional.of(Duration.ZERO);
            }
        } catch (Failure unreachable) {
            call.progress(cluster.primary().name() + ": " + unreachable.getMessage());
        }
        return newest.map(then -> Duration.between(then, call.now()));
    }

    private List<String> having(GtidSet missing) {
        return cluster.servers().stream().map(MySqlServer::name).filter(server -> has(server, missing)).toList();
    }

    private boolean has(String server, GtidSet missing) {
        try {
            BinaryLogs logs = call.port(BinaryLogs.class, server);
            List<LogFile> files = logs.files();
            return !files.isEmpty()
                    && !logs.executed().subtract(files.getFirst().before()).intersect(missing).isEmpty();
        } catch (Failure unreachable) {
            return false;
        }
    }

    private List<String> backups(LogChain chain) {
        return call.port(FullBackups.class, store).manifests(cluster.name()).stream()
                .filter(backup -> chain.holds().contains(chain.known().subtract(backup.executed())))
                .map(Manifest::id).toList();
    }

    private Duration rpo() {
        return call.named("rpo").flatMap(value -> value instanceof Value.Span span
                ? Optional.of(span.value())
                : Optional.empty()).orElse(Duration.ofMinutes(15));
    }

    private static String told(LogCoverage found) {
        return "has " + Texts.count(found.holds().count(), "logged transaction")
                + found.newest().map(newest -> ", the newest of " + Texts.timestamp(newest)).orElse("")
                + (found.missing().isEmpty() ? ", nothing missing" : ", MISSING " + found.missing())
                + (found.withinRpo() ? "" : "; OLDER THAN THE RPO");
    }
}
