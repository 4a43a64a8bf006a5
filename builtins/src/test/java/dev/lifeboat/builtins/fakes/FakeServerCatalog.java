package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fake for decision tables: a server on which is defined what a test says. */
public final class FakeServerCatalog implements ServerCatalog {
    private static final String TEXT = "0123456789abcdef";
    private final String name;
    public final List<Account> accounts = new ArrayList<>();
    public final List<ScheduledEvent> events = new ArrayList<>();
    public final Map<String, String> variables = new LinkedHashMap<>();
    public final Map<String, List<String>> complaints = new LinkedHashMap<>();
    public final List<String> calls = new ArrayList<>();
    public LastKnown recorded = LastKnown.NONE;
    /** Events that Lifeboat's account may not alter. */
    public final List<String> untouchable = new ArrayList<>();
    public boolean eventScheduler = true;

    public FakeServerCatalog(String name) {
        this.name = name;
    }

    public FakeServerCatalog lets(String account) {
        accounts.add(new Account(account, TEXT, TEXT, false));
        return this;
    }

    public FakeServerCatalog event(String event, EventState state) {
        events.add(new ScheduledEvent(event, state, "app@%", TEXT));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Definitions definitions() {
        return new Definitions(List.copyOf(accounts), List.of(), List.of(), List.of(), List.copyOf(events), List.of());
    }

    @Override
    public List<ScheduledEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public List<String> accountNames() {
        return accounts.stream().map(Account::name).toList();
    }

    @Override
    public Settings settings() {
        return new Settings(variables.entrySet().stream()
                .map(one -> new Setting(one.getKey(), one.getValue(), Optional.empty())).toList(), List.of(),
                Optional.of(true), List.of());
    }

    @Override
    public List<TableSize> tables() {
        return complaints.keySet().stream().map(table -> new TableSize(table, "InnoDB", 1, 1)).toList();
    }

    @Override
    public Storage storage() {
        return new Storage("/var/lib/mysql/", 1, 1);
    }

    @Override
    public List<String> checkTable(String table) {
        calls.add("check " + table);
        return complaints.getOrDefault(table, List.of());
    }

    @Override
    public Reach tryLogin(String login) {
        return new Reach(Answer.ANSWERED, 0, "answered a query", Duration.ZERO, Optional.empty());
    }

    @Override
    public LastKnown recorded() {
        return recorded;
    }

    @Override
    public boolean eventScheduler() {
        return eventScheduler;
    }

    @Override
    public void record(List<Entry> entries) {
        recorded = new LastKnown(Optional.of(FakeMySqlServer.START), List.copyOf(entries));
    }

    @Override
    public void setEvent(String event, EventState state) {
        if (untouchable.contains(event)) {
            throw Failure.of("Could not switch event `" + event + "`: error 1227.");
        }
        calls.add(event + " " + state);
        events.replaceAll(one -> one.name().equals(event)
                ? new ScheduledEvent(event, state, one.definer(), one.text())
                : one);
    }

    @Override
    public void setEventScheduler(boolean on) {
        calls.add("scheduler " + on);
        eventScheduler = on;
    }

    @Override
    public void lockAccount(String account, boolean locked) {
        calls.add((locked ? "lock " : "unlock ") + account);
        accounts.replaceAll(one -> one.name().equals(account)
                ? new Account(account, one.grants(), one.authentication(), locked)
                : one);
    }

    @Override
    public EndedSessions endSessions(List<String> except) {
        calls.add("end all but " + except);
        return new EndedSessions(3, List.of("root"));
    }
}
