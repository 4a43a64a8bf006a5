package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is defined on one MySQL server beside its data: who may come in, what runs there by itself, and how it is set up. A failover takes the data along; all
 * of this has to be there already, and be switched on or off at the right moment.
 */
@HasIdentity
public interface ServerCatalog extends CatalogProbes {

    /** As the inventory calls the server; never goes out to it. */
    String name();

    @PortEffect(value = OBSERVES, privileges = {"SELECT ON mysql.*", "EVENT", "TRIGGER", "SHOW VIEW", "SHOW_ROUTINE"})
    @Override
    Definitions definitions();

    /** Those of its definitions that run by themselves. */
    @PortEffect(value = OBSERVES, privileges = "EVENT")
    @Override
    List<ScheduledEvent> events();

    /** Who may come in: {@code app@%}. */
    @PortEffect(value = OBSERVES, privileges = "SELECT ON mysql.user")
    List<String> accountNames();

    Settings settings();

    /** The tables of the application's schemas, with the server's own estimates. */
    @PortEffect(value = OBSERVES, privileges = "TRIGGER")
    List<TableSize> tables();

    @PortEffect(value = OBSERVES, privileges = {"PROCESS", "REPLICATION CLIENT"})
    Storage storage();

    /** What {@code CHECK TABLE} complains of, a line each; empty where the table is sound. Reads all of it. */
    @PortEffect(value = OBSERVES, privileges = "SELECT")
    List<String> checkTable(String table);

    /** Logs in here with an account of the inventory: whether its secret is to be had, and is right. */
    Reach tryLogin(String login);

    /** What a readiness check has written down, as far as it has come here. Empty where none has. */
    LastKnown recorded();

    @Override
    boolean eventScheduler();

    /** Writes down what is known of the cluster, in place of what was written before. */
    @PortEffect(PROBES)
    void record(List<Entry> entries);

    /** Leaves its definer as it is. */
    @PortEffect(value = CHANGES, privileges = {"EVENT", "SET_ANY_DEFINER"})
    @Probe("eventIs")
    void setEvent(String event, EventState state);

    @PortEffect(value = CHANGES, privileges = "SYSTEM_VARIABLES_ADMIN")
    @Probe("eventSchedulerIs")
    void setEventScheduler(boolean on);

    @PortEffect(value = CHANGES, privileges = {"CREATE USER", "SELECT ON mysql.*"})
    @Probe("accountIs")
    void lockAccount(String account, boolean locked);

    /** Ends sessions of others than Lifeboat, replication and these users. */
    @PortEffect(value = CHANGES, privileges = {"PROCESS", "CONNECTION_ADMIN"})
    @Probe("sessionsEnded")
    EndedSessions endSessions(List<String> except);

    /** Without what MySQL itself brings along. */
    record Definitions(List<Account> accounts, List<Definition> routines, List<Definition> triggers,
            List<Definition> views, List<ScheduledEvent> events, List<Plugin> plugins) {}

    record Account(
            @Doc("Its name: `app@%`.") String name,
            @Doc("Stands for all that it may do: equal where it may do the same.") String grants,
            @Doc("Stands for how it proves who it is: equal where password and TLS are.") String authentication,
            @Doc("Whether it is locked.") boolean locked) {}

    record Definition(
            @Doc("Its name, with its schema.") String name,
            @Doc("Stands for its text and its definer: equal where they are.") String text) {}

    record ScheduledEvent(
            @Doc("Its name, with its schema.") String name,
            @Doc("Whether it runs here.") EventState state,
            @Doc("As whom it runs.") String definer,
            @Doc("Stands for its schedule and its text: equal where they are.") String text) {}

    enum EventState {
        @Doc("It runs here.")
        ENABLED,
        @Doc("It runs nowhere.")
        DISABLED,
        @Doc("It came by replication and does not run here, whether or not it runs on the primary.")
        REPLICA_SIDE_DISABLED
    }

    record Plugin(
            @Doc("Its name.") String name,
            @Doc("Whether it is active.") boolean active) {}

    record TableSize(
            @Doc("Its name, with its schema.") String name,
            @Doc("Its storage engine.") String engine,
            @Doc("About how many rows it has.") long rows,
            @Doc("About how many bytes it takes.") long bytes) {}

    /**
     * @param optionFileReadOnly whether the option file says {@code super_read_only=ON}; empty where MySQL does not tell, because the value was changed since
     * @param optionFiles        the option files that it was started with, as far as they can be told
     */
    record Settings(List<Setting> variables, List<ReceiverPolicy> receivers, Optional<Boolean> optionFileReadOnly,
            List<String> optionFiles) {

        public Optional<String> value(String variable) {
            return variables.stream().filter(one -> one.name().equals(variable)).map(Setting::value).findFirst();
        }

        public Optional<Long> number(String variable) {
            return value(variable).filter(text -> text.matches("-?\\d{1,18}")).map(Long::valueOf);
        }
    }

    record Setting(
            @Doc("The name of the system variable.") String name,
            @Doc("Its global value.") String value,
            @Doc("What is persisted of it.") Optional<String> persisted) {}

    /** How a receiver keeps in touch with its source. */
    record ReceiverPolicy(String channel, Duration heartbeatPeriod, Duration connectRetry, long retryCount,
            Duration netTimeout) {}

    /** @param folder its data directory; MySQL does not tell how much space is left there */
    record Storage(String folder, long dataBytes, long binlogBytes) {}

    /** @param written when, by the clock of the server that was the primary then */
    record LastKnown(Optional<Instant> written, List<Entry> entries) {
        public static final LastKnown NONE = new LastKnown(Optional.empty(), List.of());
    }

    /** @param server as the inventory calls it */
    record Entry(EntryKind kind, String server, String name, String value) {}

    enum EntryKind {
        /** The value is its {@code server_uuid}. */
        IDENTITY,
        /** The name is the account's; the value stands for what it may do. */
        ACCOUNT,
        /** The name is the event's; the value is its {@link EventState}. */
        EVENT
    }
}
