package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the run is about: since when, how bad, what has been done. Its clock never stops. */
final class Incident {

    static final String NAME = "incident";
    static final String SERVICE_RESTORED = "service_restored";

    private final RunContext context;
    private final Instant since;
    private final Map<String, Duration> reached = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> actions = Collections.synchronizedList(new ArrayList<>());
    private volatile Level level = new Level(1, "");
    private volatile Optional<Instant> nextUpdate = Optional.empty();
    private volatile String title = "";
    private volatile String phase = "";

    /** A service level: 1 is full service, 4 is none. */
    record Level(int number, String affected) {}

    Incident(RunContext context, Instant started) {
        this.context = context;
        this.since = context.settings.since().orElse(started);
    }

    Instant since() {
        return since;
    }

    /** How long it has lasted. */
    Duration elapsed() {
        return context.since(since);
    }

    Level level() {
        return level;
    }

    void level(Level now) {
        level = now;
    }

    String title() {
        return title;
    }

    void title(String of) {
        title = of;
    }

    String phase() {
        return phase;
    }

    void phase(String title) {
        phase = title;
    }

    /** Something that was done, for messages. */
    void did(String action) {
        actions.add(action);
    }

    /** It was taken back. */
    void undid(String action) {
        actions.remove(action);
    }

    void nextUpdate(Optional<Instant> at) {
        nextUpdate = at;
    }

    /** @return how long it took; the first time counts */
    Duration reach(String objective) {
        var elapsed = elapsed();
        reached.putIfAbsent(objective, elapsed);
        return elapsed;
    }

    Optional<Duration> reached(String objective) {
        return Optional.ofNullable(reached.get(objective));
    }

    /** As a runbook sees it: what is so now, and the fixed fields that the world gave it. */
    Value value(String step) {
        return value(context.timeFor(step));
    }

    /** The same for a look at it, from which nothing follows. */
    Value value(Instant now) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("started", new Value.Timestamp(since));
        fields.put("elapsed", new Value.Span(Duration.between(since, now)));
        fields.put("level", new Value.Int(level.number()));
        fields.put("affected", new Value.Text(level.affected()));
        fields.put("actions", new Value.Listing(done()));
        fields.put("next_update", nextUpdate.<Value>map(Value.Timestamp::new).orElse(Value.NONE));
        if (context.settings.names().get(NAME) instanceof Value.Fields fixed) {
            fixed.fields().forEach(fields::putIfAbsent);
        }
        return new Value.Fields(NAME, fields);
    }

    private List<Value> done() {
        return actions().stream().<Value>map(Value.Text::new).toList();
    }

    List<String> actions() {
        synchronized (actions) {
            return List.copyOf(actions);
        }
    }
}
