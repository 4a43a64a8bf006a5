package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.interpreter.value.Texts;
import java.util.stream.Stream;

/** R8: who the servers are, which accounts there are and which events run is written down, where it is found when the primary is dead; and what has changed is told. */
final class NothingHasChanged implements Rule {

    @Override
    public String number() {
        return "R8";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        Stream<Finding> unrecorded = situation.unrecorded().stream()
                .map(why -> Finding.ofCluster(this, Severity.SEVERE,
                        "Identities, accounts and events could not be written down: " + why,
                        "`lifeboat prepare` makes the table; the next check writes it."));
        return Stream.of(unrecorded, identities(situation),
                situation.primary().stream().flatMap(primary -> changes(primary, situation)))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> identities(Situation situation) {
        return situation.servers().flatMap(server -> recorded(situation, EntryKind.IDENTITY)
                .filter(entry -> entry.name().equals(server.server().name()))
                .filter(entry -> !entry.value().equals(server.state().identity().uuid()))
                .map(entry -> Finding.warning(this, server,
                        server.name() + " is another server than at the last check: it was " + entry.value() + ".",
                        "If it was rebuilt or replaced, nothing; else find out where its address leads.")));
    }

    private Stream<Finding> changes(Examined primary, Situation situation) {
        Stream<Finding> events = recorded(situation, EntryKind.EVENT)
                .filter(entry -> entry.value().equals(EventState.ENABLED.name())).filter(entry -> !runs(primary, entry))
                .map(entry -> Finding.warning(this, primary,
                        "Event `" + entry.name() + "` ran at the last check, and does not run on " + primary.name()
                                + " now.",
                        "If nobody has disabled it: `mysql.events(" + primary.server().name() + ", enable: [\""
                                + entry.name() + "\"])`."));
        Stream<Finding> accounts = recorded(situation, EntryKind.ACCOUNT).filter(entry -> !has(primary, entry))
                .map(entry -> Finding.warning(this, primary,
                        "Account `" + entry.name() + "` was there at the last check, and is not on " + primary.name()
                                + " now.",
                        "If it was dropped on purpose, nothing."));
        return Stream.of(scheduler(primary), events, accounts).flatMap(findings -> findings);
    }

    private Stream<Finding> scheduler(Examined primary) {
        long events = primary.definitions().events().stream().filter(event -> event.state() == EventState.ENABLED)
                .count();
        return primary.state().eventScheduler() || events == 0
                ? Stream.empty()
                : Stream.of(Finding.severe(this, primary,
                        "The event scheduler of " + primary.name() + " is off: none of its "
                                + Texts.count(events, "event") + " runs, the heartbeat neither.",
                        "`SET GLOBAL event_scheduler=ON` there, and in its option file."));
    }

    private static Stream<Entry> recorded(Situation situation, EntryKind kind) {
        return situation.before().entries().stream().filter(entry -> entry.kind() == kind);
    }

    private static boolean runs(Examined primary, Entry entry) {
        return primary.definitions().events().stream()
                .anyMatch(event -> event.name().equals(entry.name()) && event.state() == EventState.ENABLED);
    }

    private static boolean has(Examined primary, Entry entry) {
        return primary.definitions().accounts().stream().anyMatch(account -> account.name().equals(entry.name()));
    }
}
