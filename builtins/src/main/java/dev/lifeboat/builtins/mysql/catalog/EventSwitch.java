package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.ServerCatalog.LastKnown;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Lets events run on a new primary. There all of them look alike: MySQL marks those that ran on the old primary and those that were switched off in the same
 * way (tried on 9.7.4 and 8.0.31). To enable all of them wakes jobs that somebody had put to sleep; so what counts is what was written down.
 */
final class EventSwitch {
    private final Call call;
    private final MySqlServer server;
    private final ServerCatalog catalog;

    EventSwitch(Call call, MySqlServer server) {
        this.call = call;
        this.server = server;
        this.catalog = call.port(ServerCatalog.class, server.name());
    }

    void enable(Optional<List<String>> wanted, Optional<MySqlServer> before) {
        requireWritable();
        List<ScheduledEvent> defined = catalog.events();
        List<String> names = wanted.map(this::allowed)
                .orElseGet(() -> before.flatMap(this::runningOn).orElseGet(() -> recorded(defined)));
        List<ScheduledEvent> still = names.stream().map(name -> find(defined, name))
                .filter(event -> event.state() != EventState.ENABLED).toList();
        SequencedMap<String, Failure> refused = new LinkedHashMap<>();
        still.forEach(event -> enable(event, refused));
        startScheduler();
        List<String> enabled = still.stream().map(ScheduledEvent::name).filter(name -> !refused.containsKey(name))
                .toList();
        call.did(server.name(), enabled.isEmpty()
                ? "lets no other event run than did before"
                : "lets " + Texts.count(enabled.size(), "event") + " run: " + Texts.list(enabled));
        if (!refused.isEmpty()) {
            throw Failure.of("Not enabled on `" + server.name() + "`: `" + String.join("`, `", refused.keySet()) + "`.")
                    .evidence(refused.values().stream().map(Failure::getMessage).toList())
                    .hint("An event of a definer with SYSTEM_USER, such as root, is altered by such an account alone: enable it by hand, or give it an account of its own.");
        }
    }

    /** One that can't be enabled keeps none of the others from running. */
    private void enable(ScheduledEvent event, Map<String, Failure> refused) {
        try {
            enable(event);
        } catch (Failure failure) {
            if (failure.outcome() != Failure.Outcome.NOT_DONE) {
                throw failure;
            }
            refused.put(event.name(), failure);
        }
    }

    private void requireWritable() {
        if (!server.state().readOnly().writable()) {
            throw Failure.of("No event was enabled on `" + server.name() + "`: it is read-only.")
                    .hint("Events run on the primary alone: promote it first.");
        }
    }

    private List<String> allowed(List<String> names) {
        LastKnown known = catalog.recorded();
        names.forEach(name -> refuseSleeper(known, name));
        return names;
    }

    /** Nobody knows better than the old primary itself; a dead one can't be asked. */
    private Optional<List<String>> runningOn(MySqlServer before) {
        if (!before.answer(Observed.TO_ANSWER).answered()) {
            return Optional.empty();
        }
        return Optional.of(call.port(ServerCatalog.class, before.name()).events().stream()
                .filter(event -> event.state() == EventState.ENABLED).map(ScheduledEvent::name)
                .filter(EventSwitch::isClients).toList());
    }

    private List<String> recorded(List<ScheduledEvent> defined) {
        LastKnown known = catalog.recorded();
        if (known.written().isEmpty() && defined.stream().anyMatch(EventSwitch::sleeps)) {
            throw Failure.of("Which events ran on the old primary is not known on `" + server.name()
                    + "`: no readiness check has written it down.")
                    .hint("Name them, `enable: [\"shop.close_day\"]`, and let the `readiness` runbook run each night.");
        }
        return known.entries().stream().filter(entry -> entry.kind() == EntryKind.EVENT)
                .filter(entry -> entry.value().equals(EventState.ENABLED.name())).map(Entry::name)
                .filter(EventSwitch::isClients).toList();
    }

    private static boolean sleeps(ScheduledEvent event) {
        return isClients(event.name()) && event.state() != EventState.ENABLED;
    }

    /** The heartbeat is Lifeboat's own affair: promotion starts it. */
    private static boolean isClients(String event) {
        return !event.startsWith("lifeboat.");
    }

    private void refuseSleeper(LastKnown known, String name) {
        known.entries().stream().filter(entry -> entry.kind() == EntryKind.EVENT && entry.name().equals(name))
                .filter(entry -> !entry.value().equals(EventState.ENABLED.name())).findFirst().ifPresent(entry -> {
                    throw Failure.of("Event `" + name + "` was not enabled on `" + server.name()
                            + "`: it did not run on the old primary either.")
                            .hint("If it shall run from now on, enable it by hand, and let `mysql.readiness` write that down.");
                });
    }

    private ScheduledEvent find(List<ScheduledEvent> defined, String name) {
        return defined.stream().filter(event -> event.name().equals(name)).findFirst()
                .orElseThrow(() -> Failure.of("`" + server.name() + "` has no event `" + name
                        + "`: none was enabled.")
                        .hint("Write it with its schema; `mysql.inventory` lists those that there are."));
    }

    private void enable(ScheduledEvent event) {
        call.inverse("let event " + event.name() + " on " + server.name() + " be as before", "mysql.restore_event",
                server, event.name(), event.state());
        catalog.setEvent(event.name(), EventState.ENABLED);
    }

    private void startScheduler() {
        if (!catalog.eventScheduler()) {
            call.inverse("stop the event scheduler of " + server.name() + " again", "mysql.restore_event_scheduler",
                    server, false);
            catalog.setEventScheduler(true);
            call.did(server.name(), "its event scheduler was off and runs now, until a restart");
        }
    }
}
