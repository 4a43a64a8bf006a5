package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Lamps;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.replay.ReplayClock;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A gate before a lamp `a`, with all that a test wants to see behind it. */
final class GateRig {
    static final Value A = new Value.Handle("lamp", "a");
    final StillClock clock = new StillClock();
    final FakeLamp lamp = new FakeLamp();
    final Facts facts = new Facts();
    final NotingJournal journal = new NotingJournal(clock, lamp.reached);
    final List<String> progress = new ArrayList<>();
    final EventLog log = new EventLog(journal, List.of(facts, new Listener() {
        @Override
        public void heard(Recorded recorded) {
            assertThat(journal.records()).contains(recorded);
        }

        @Override
        public void progress(String step, Instant at, String what) {
            progress.add(step + ": " + what);
        }
    }), Resumption.NONE, clock);
    private final Registry registry = Lamps.registry();
    private final Ports ports = new Ports() {
        @Override
        public <P> Optional<P> find(Class<P> kind, String name) {
            return name.equals("a") ? Optional.of(kind.cast(lamp)) : Optional.empty();
        }
    };
    private final Gate gate = new Gate(log, facts, new Identities(), registry, ports, clock,
            name -> name.equals("house") ? Optional.of(new Value.Text("mine")) : Optional.empty());

    Value call(String word, Value... arguments) {
        return call(new Gate.Site("light", false), word, arguments);
    }

    Value call(Gate.Site site, String word, Value... arguments) {
        return gate.call(site, registry.find(word).orElseThrow(), Arrays.asList(arguments));
    }

    /** A call that is under way, as builtins see it. */
    Call underWay(String word) {
        GateParts parts = new GateParts(log, facts, new Identities(), registry, ports, new PortJson(Lamps.types()),
                new ReplayClock(clock, log.replay(), log),
                name -> Optional.empty(), new AtomicLong());
        return new CallUnderWay(parts, new Gate.Site("", false), registry.find(word).orElseThrow(), 1, 1);
    }
}
