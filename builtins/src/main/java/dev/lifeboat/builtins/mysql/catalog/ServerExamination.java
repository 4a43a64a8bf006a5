package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.mysql.Dialect;
import dev.lifeboat.builtins.mysql.Grants;
import dev.lifeboat.builtins.mysql.Grants.Lack;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.Privilege;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Settings;
import dev.lifeboat.builtins.mysql.readiness.Examined;
import dev.lifeboat.builtins.mysql.readiness.Examined.Admission;
import dev.lifeboat.builtins.mysql.readiness.Examined.Boot;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at one server as closely as the rules of readiness need it. */
record ServerExamination(Call call, Landscape landscape, Inventory inventory, MySqlServer server) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    /** What failing over needs, by whichever runbook. */
    static final List<String> FAILOVER = List.of("PROCESS", "CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN",
            "PERSIST_RO_VARIABLES_ADMIN", "REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT",
            "REPLICATION SLAVE", "SELECT ON mysql.user", "EVENT", "SET_ANY_DEFINER");

    Examined examined(GtidSet errant) {
        ServerCatalog catalog = call.port(ServerCatalog.class, server.name());
        Instant before = call.now();
        ServerState state = server.state();
        Duration skew = skew(state.clock(), before, call.now());
        Observed seen = new Observed(server, Optional.of(state), server.channels(), "");
        Settings settings = catalog.settings();
        return new Examined(server, landscape.server(server.name()), state, seen.channels(), settings,
                catalog.definitions(), heartbeat(), missing(state.identity().version()),
                server.reachAdmin(TO_ANSWER), skew, boot(settings), replication(catalog), errant,
                Unsupported.reason(seen));
    }

    /** The server read its clock at some moment between the two. */
    private static Duration skew(Instant theirs, Instant before, Instant after) {
        return theirs.isBefore(before)
                ? Duration.between(theirs, before)
                : theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
    }

    private Optional<Heartbeat> heartbeat() {
        try {
            return server.heartbeat();
        } catch (Failure unprepared) {
            return Optional.empty();
        }
    }

    private List<String> missing(String version) {
        Grants grants = Grants.of(server.grants());
        Dialect dialect = Dialect.of(version);
        return FAILOVER.stream().map(Privilege::of).map(privilege -> privilege.in(dialect))
                .flatMap(privilege -> grants.lack(privilege).stream()).map(Lack::told).toList();
    }

    /** MySQL tells what its option file says until somebody changes the variable; then the host is asked. */
    private Boot boot(Settings settings) {
        if (settings.optionFileReadOnly().isPresent()) {
            return new Boot(settings.optionFileReadOnly(), "");
        }
        Optional<String> host = landscape.server(server.name()).host();
        if (host.isEmpty()) {
            return new Boot(Optional.empty(), "the inventory names no host on which its option file could be read");
        }
        try {
            return new OptionFile(call.port(Host.class, host.get()), settings.optionFiles()).boot();
        } catch (Failure failure) {
            return new Boot(Optional.empty(), failure.getMessage().replaceFirst("\\.$", ""));
        }
    }

    /** Nobody types a password at night. */
    private Admission replication(ServerCatalog catalog) {
        String login = landscape.following(server.name()).login();
        boolean typed = Optional.ofNullable(inventory.logins().get(login)).map(Inventory.Login::password)
                .filter(SecretSource.FromPrompt.class::isInstance).isPresent();
        if (typed) {
            return new Admission(false, false, "the password of login `" + login + "` is typed by a person.");
        }
        try {
            Reach reach = catalog.tryLogin(login);
            return new Admission(true, reach.answered(), reach.answered() ? "" : reach.detail());
        } catch (Failure noSecret) {
            return new Admission(false, false, noSecret.getMessage());
        }
    }
}
