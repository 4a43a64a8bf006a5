package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.mysql.FailoverVariable;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.MySqlVersion;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** R5: each replica has what the primary has, and nothing else: transactions, accounts, a version that can follow; and a candidate can carry what the primary carries. */
final class CandidatesAreComplete implements Rule {

    private static final List<String> CAPACITY = List.of("max_connections", "innodb_buffer_pool_size");

    @Override
    public String number() {
        return "R5";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return Stream.concat(situation.servers().flatMap(server -> server.unsupported().stream()
                .map(reason -> Finding.severe(this, server, server.name() + " can't be handled. " + reason,
                        "No run of Lifeboat may touch such a server."))),
                situation.replicas().stream().flatMap(replica -> findings(situation, replica).stream()));
    }

    private List<Finding> findings(Situation situation, Examined replica) {
        List<Finding> findings = new ArrayList<>();
        replication(situation, replica, findings);
        if (!replica.errant().isEmpty()) {
            findings.add(Finding.severe(this, replica,
                    replica.name() + " has transactions that the primary neither wrote nor has: " + replica.errant()
                            + ".",
                    "Look what they are (`mysqlbinlog --include-gtids`). It can't be promoted until they are proven harmless and on the primary too, or it is rebuilt."));
        }
        if (replica.state().readOnly().writable()) {
            findings.add(Finding.severe(this, replica, replica.name() + " is a replica and takes writes.",
                    "`SET PERSIST super_read_only=ON` there."));
        }
        situation.primary().ifPresent(primary -> compare(primary, replica, findings));
        return findings;
    }

    private void replication(Situation situation, Examined replica, List<Finding> findings) {
        Optional<ReplicaChannel> channel = replica.channel();
        boolean follows = situation.primary().isEmpty() || channel.map(ReplicaChannel::sourceUuid)
                .filter(uuid -> uuid.equals(situation.primary().get().state().identity().uuid())).isPresent();
        boolean runs = channel.filter(one -> one.receiving() && one.applier() == ThreadState.ON).isPresent();
        if (!follows) {
            findings.add(Finding.severe(this, replica, replica.name() + " does not follow the primary.",
                    "Let it follow the primary, or take it out of the inventory's `servers:`."));
        } else if (!runs) {
            String error = channel.map(ReplicaChannel::errorText).filter(text -> !text.isEmpty())
                    .map(text -> ": " + text).orElse(".");
            findings.add(Finding.severe(this, replica, replica.name() + " does not replicate" + error,
                    "Find out why, and start its receiver and its applier again."));
        }
    }

    private void compare(Examined primary, Examined replica, List<Finding> findings) {
        List<Account> mine = replica.definitions().accounts();
        List<Account> missing = primary.definitions().accounts().stream()
                .filter(account -> mine.stream().noneMatch(own -> own.name().equals(account.name()))).toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.of(this, replica, replica.candidate() ? Severity.SEVERE : Severity.WARNING,
                    replica.name() + " lacks accounts that the primary has: " + names(missing) + ".",
                    "Create them there as they are on the primary, without writing it to its binary log."));
        }
        boolean alike = primary.state().identity().version().equals(replica.state().identity().version());
        List<Account> other = primary.definitions().accounts().stream()
                .filter(account -> mine.stream().anyMatch(own -> own.name().equals(account.name())
                        && (!own.authentication().equals(account.authentication()) || own.locked() != account.locked()
                                || alike && !own.grants().equals(account.grants()))))
                .toList();
        if (!other.isEmpty()) {
            findings.add(Finding.warning(this, replica,
                    "Accounts of " + replica.name() + " are not as on the primary (password, rights or lock): "
                            + names(other) + ".",
                    "`mysql.inventory_diff` tells the differences: put the replica right."));
        }
        if (replica.candidate()) {
            CAPACITY.forEach(variable -> capacity(variable, primary, replica).ifPresent(findings::add));
        }
        if (older(replica, primary)) {
            findings.add(Finding.severe(this, replica,
                    replica.name() + " is MySQL " + replica.state().identity().version() + ", older than the primary's "
                            + primary.state().identity().version() + ": it may stop at what it does not know.",
                    "Upgrade replicas first, the primary last."));
        }
    }

    private Optional<Finding> capacity(String variable, Examined primary, Examined replica) {
        Optional<Long> needed = primary.settings().number(variable);
        return replica.settings().number(variable).filter(has -> needed.filter(wanted -> has < wanted).isPresent())
                .map(has -> Finding.warning(this, replica,
                        replica.name() + " has `" + variable + "` " + has + ", less than the primary's " + needed.get()
                                + ": once it is promoted, " + FailoverVariable.reason(variable) + ".",
                        "`SET PERSIST " + variable + " = " + needed.get()
                                + "` there, where its machine can carry that."));
    }

    private static boolean older(Examined replica, Examined primary) {
        Optional<MySqlVersion> its = MySqlVersion.ofServer(replica.state().identity().version());
        Optional<MySqlVersion> theirs = MySqlVersion.ofServer(primary.state().identity().version());
        return its.isPresent() && theirs.isPresent() && its.get().compareTo(theirs.get()) < 0;
    }

    private static String names(List<Account> accounts) {
        return accounts.stream().map(account -> "`" + account.name() + "`").collect(Collectors.joining(", "));
    }
}
