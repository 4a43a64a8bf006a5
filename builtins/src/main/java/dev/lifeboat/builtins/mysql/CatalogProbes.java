package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definitions;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import dev.lifeboat.interpreter.builtin.Seen;
import java.util.List;
import java.util.Optional;

/** How to tell, by looking at what is defined on a server, whether it has done what nobody saw it do. */
public interface CatalogProbes {
    Definitions definitions();

    List<ScheduledEvent> events();

    boolean eventScheduler();

    default Optional<ScheduledEvent> event(String name) {
        return events().stream().filter(event -> event.name().equals(name)).findFirst();
    }

    default Optional<Account> account(String name) {
        return definitions().accounts().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    default Seen eventIs(String event, EventState state) {
        return Seen.done(event(event).filter(found -> found.state() == state).isPresent());
    }

    default Seen eventSchedulerIs(boolean on) {
        return Seen.done(eventScheduler() == on);
    }

    default Seen accountIs(String account, boolean locked) {
        return Seen.done(account(account).filter(found -> found.locked() == locked).isPresent());
    }

    /** To end those that are there is the same whether others were ended before. */
    default Seen sessionsEnded(List<String> except) {
        return Seen.REPEATABLE;
    }
}
