package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Endpoint;
import dev.lifeboat.builtins.mysql.AccountGrants;
import dev.lifeboat.builtins.mysql.jdbc.Preparation;
import dev.lifeboat.builtins.preflight.Needs;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the accounts of an inventory need, as SQL for somebody who may grant.
 *
 * @param words that Lifeboat's account shall be able to call
 */
record GrantScript(Inventory estate, List<Signature> words) {

    /** For all words; for those of backups only where there are stores, since what brings a backup back may do everything. */
    static GrantScript ofAll(Inventory estate) {
        return new GrantScript(estate, Builtins.registry(estate).all().stream().filter(word -> !word.internal())
                .filter(word -> Needs.serves(word, estate)).toList());
    }

    /** For what these runbooks could call, whatever way they take. */
    static GrantScript of(Inventory estate, List<Path> runbooks) {
        RunbookReader reader = new RunbookReader(root -> Assembly.checker(root, estate));
        return new GrantScript(estate, runbooks.stream().map(file -> reader.read(file).needProgram())
                .flatMap(program -> words(estate, program)).distinct().toList());
    }

    /** They are the same whatever the cluster. */
    private static Stream<Signature> words(Inventory estate, CheckedRunbook program) {
        return new Needs(program, estate, estate.clusters().firstEntry().getKey(), List.of()).calls().stream();
    }

    List<String> lines(String name) {
        Inventory.Cluster cluster = estate.clusters().get(name);
        List<String> lines = new ArrayList<>();
        servers(cluster).forEach(user -> {
            lines.add("-- Lifeboat's account `" + user + "`");
            lines.addAll(AccountGrants.of(words, cluster).script(user));
        });
        users(estate.endpoints().values().stream().map(Endpoint::login).flatMap(Optional::stream)).forEach(user -> {
            lines.add("-- The application's account `" + user
                    + "`: a write by its own way proves where an endpoint leads.");
            Preparation.applicationGrants(user).forEach(statement -> lines.add(statement + ";"));
        });
        users(Stream.of(cluster.replicationLogin())).forEach(user -> {
            lines.add("-- The account `" + user + "`, by which replicas fetch");
            lines.add(Preparation.replicationGrant(user) + ";");
        });
        return lines;
    }

    private Stream<String> servers(Inventory.Cluster cluster) {
        return users(Stream.of(cluster.servers(), cluster.spares()).flatMap(servers -> servers.values().stream())
                .map(Inventory.Server::login));
    }

    private Stream<String> users(Stream<String> logins) {
        return logins.map(login -> Optional.ofNullable(estate.logins().get(login)).map(Inventory.Login::user)
                .orElse(login)).distinct();
    }
}
