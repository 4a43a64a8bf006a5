package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Lamp;
import dev.lifeboat.interpreter.builtin.Lamps;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.journal.EventJson;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Value A = new Value.Handle("lamp", "a");
    private final StillClock clock = new StillClock();
    private final FakeLamp lamp = new FakeLamp();
    private final Registry registry = Lamps.registry();
    private final Facts facts = new Facts();
    private final NotingJournal journal = new NotingJournal(clock, lamp.reached);
    private final List<String> progress = new ArrayList<>();
    private final EventLog log = new EventLog(journal, List.of(facts, new Listener() {
        @Override
        public void heard(Recorded recorded) {
            assertThat(journal.records()).contains(recorded);
        }

        @Override
        public void progress(String step, String what) {
            progress.add(step + ": " + what);
        }
    }));
    private final Gate gate = new Gate(log, facts, registry, new Ports() {
        @Override
        public <P> Optional<P> find(Class<P> kind, String name) {
            return name.equals("a") ? Optional.of(kind.cast(lamp)) : Optional.empty();
        }
    }, clock, name -> name.equals("house") ? Optional.of(new Value.Text("mine")) : Optional.empty());

    @Test
    void aChangeIsOnDiskBeforeItIsMadeAndAfterIt() {
        assertThat(call("lamp.turn", A, Value.TRUE)).isEqualTo(Value.NONE);
        assertThat(lamp.reached).containsExactly("CallBegan", "FORCED", "lit", "PortCallEnded", "InverseRegistered",
                "PortCallBegan", "FORCED", "turn true", "PortCallEnded", "FORCED", "Learned", "Did", "CallEnded",
                "FORCED");
        assertThat(journal.text()).isEqualTo(
                """
                        "CallBegan","call":1,"step":"light","builtin":"lamp.turn","arguments":[{"handle":"lamp","text":"a"},true],"effect":"CHANGES"}
                        "PortCallEnded","call":1,"number":1,"port":"Lamp","target":"a","method":"lit","arguments":[],"answer":false}
                        "InverseRegistered","inverse":1,"call":1,"step":"light","description":"turn a back","builtin":"lamp.turn_back","arguments":[{"handle":"lamp","text":"a"},false]}
                        "PortCallBegan","call":1,"number":2,"port":"Lamp","target":"a","method":"turn","arguments":[true],"effect":"CHANGES"}
                        "PortCallEnded","call":1,"number":2,"port":"Lamp","target":"a","method":"turn","arguments":[true],"answer":{"lit":true,"colour":null,"age":"PT0S","wattage":"0W","notes":[]}}
                        "Learned","call":1,"fact":"dark","value":false}
                        "Did","call":1,"target":"a","what":"turned on"}
                        "CallEnded","call":1,"answer":{"none":true},"took":"PT0S"}
                        """);
    }

    @Test
    void whatOnlyObservesIsNotForced() {
        assertThat(call("lamp.read", A, null)).isInstanceOf(Value.Fields.class);
        assertThat(lamp.reached).containsExactly("CallBegan", "read", "PortCallEnded", "CallEnded");
        assertThat(journal.text()).contains("\"arguments\":[{\"handle\":\"lamp\",\"text\":\"a\"},null]",
                "\"arguments\":[[\"RED\",\"GREEN\"],null],\"answer\":{\"lit\":false,\"colour\":\"GREEN\","
                        + "\"age\":\"PT1.5S\",\"wattage\":\"60W\",\"notes\":[\"a \\\"note\\\"\"]}");
        assertThat(progress).containsExactly("light: looking at a");
    }

    @Test
    void aPureFunctionLeavesNothing() {
        assertThat(call("count", new Value.Listing(List.of(A)))).isEqualTo(new Value.Int(1));
        assertThat(journal.records()).isEmpty();
    }

    @Test
    void aProbeIsForcedAndPutsBackWhatItTouched() {
        assertThat(call("lamp.probe", A)).isEqualTo(Value.TRUE);
        assertThat(lamp.reached).filteredOn(what -> !what.contains("Call")).containsExactly("FORCED", "FORCED",
                "blink", "FORCED", "lit", "FORCED", "turn true", "FORCED", "FORCED", "turn false", "FORCED", "FORCED");
    }

    @Test
    void aProbePutsBackAlsoWhenTheTimeIsUp() {
        lamp.onTurn = () -> {
            lamp.onTurn = () -> {};
            clock.sleep(Duration.ofHours(1));
        };
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> clock.within(Duration.ofSeconds(1), () -> call("lamp.probe", A)))
                .satisfies(passed -> assertThat(passed.interrupted()).isEqualTo("lamp.probe"));
        assertThat(lamp.reached).contains("turn false");
    }

    @Test
    void handlesAreGatedWhereverTheyStandAndComeBackByName() {
        lamp.lit = true;
        Value room = new Value.Fields("room", new java.util.LinkedHashMap<>(java.util.Map.of("name",
                new Value.Text("hall"), "lamps", new Value.Listing(List.of(A)), "best", Value.NONE)));
        assertThat(call("lamp.lit_in", room)).isEqualTo(new Value.Listing(List.of(A)));
        assertThat(journal.text()).contains("\"method\":\"lit\"");
    }

    @Test
    void aPortThatTheInventoryDoesNotHaveIsAFailure() {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> call("lamp.is_lit", new Value.Handle("lamp", "z")))
                .withMessage("The inventory has no lamp `z`.");
        assertThat(journal.text()).endsWith(
                """
                        "CallEnded","call":1,"failure":{"kind":"FAILED","outcomeUnknown":false,"message":"The inventory has no lamp `z`.","evidence":[],"hint":""},"took":"PT0S"}
                        """);
    }

    @Test
    void aFailureComesThroughAsItWas() {
        Failure failure = Failure.unknown("Lamp a did not answer.").evidence(List.of("sent"))
                .hint("Look at it.");
        lamp.onTurn = () -> {
            throw failure;
        };
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> call("lamp.turn", A, Value.TRUE))
                .isSameAs(failure);
        String record = """
                "failure":{"kind":"FAILED","outcomeUnknown":true,"message":"Lamp a did not answer.","evidence":["sent"],"hint":"Look at it."}""";
        assertThat(journal.text()).containsSubsequence("PortCallEnded", record, "CallEnded", record);
    }

    @Test
    void aDeadlineInAChangeLeavesItUnknown() {
        lamp.onTurn = () -> clock.sleep(Duration.ofHours(1));
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> clock.within(Duration.ofSeconds(9), () -> call("lamp.turn", A, Value.TRUE)))
                .satisfies(passed -> assertThat(passed.interrupted()).isEqualTo("lamp.turn"))
                .satisfies(passed -> assertThat(passed.owner()).isNotNull());
        String record = "\"failure\":{\"kind\":\"TIME_UP\",\"outcomeUnknown\":true,\"message\":\"The time was up.\"";
        assertThat(journal.text()).containsSubsequence("PortCallEnded", record, "CallEnded", record,
                "\"took\":\"PT9S\"");
    }

    @Test
    void aDeadlineBeforeTheFirstChangeLeavesNothingUnknown() {
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> clock.within(Duration.ofSeconds(9),
                        () -> call("lamp.dim", A, new Value.Span(Duration.ofMinutes(1)))))
                .satisfies(passed -> assertThat(passed.interrupted()).isEmpty());
        assertThat(journal.text()).contains("\"kind\":\"TIME_UP\",\"outcomeUnknown\":false");
        assertThat(lamp.reached).doesNotContain("turn false");
    }

    @Test
    void noPortCallBeginsWhenTheTimeIsUp() {
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> clock.within(Duration.ZERO, () -> call("lamp.smash", A)));
        assertThat(lamp.reached).doesNotContain("smash", "PortCallBegan");
    }

    @Test
    void aCancelledChangeIsUnknownToo() {
        lamp.onTurn = () -> {
            throw new Clock.Cancelled();
        };
        assertThatExceptionOfType(Clock.Cancelled.class).isThrownBy(() -> call("lamp.turn", A, Value.TRUE));
        assertThat(journal.text()).contains("\"kind\":\"CANCELLED\",\"outcomeUnknown\":true");
    }

    @Test
    void aDefectIsJournaledAndComesThrough() {
        lamp.onTurn = () -> {
            throw new UnsupportedOperationException("oops");
        };
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> call("lamp.turn", A, Value.TRUE));
        assertThat(journal.text()).contains("\"kind\":\"DEFECT\",\"outcomeUnknown\":true,\"message\":"
                + "\"This is a defect in Lifeboat: java.lang.UnsupportedOperationException: oops\"");
    }

    @Test
    void aBuiltinThatWouldDoMoreThanItSaysDoesNotReachTheOutside() {
        assertThatIllegalStateException().isThrownBy(() -> call("lamp.liar", A)).withMessage(
                "`lamp.liar` is declared as OBSERVES, and `turn`, which it would call, is one of CHANGES.");
        assertThatIllegalStateException().isThrownBy(() -> call("lamp.careless", A))
                .withMessage("`lamp.careless` would call `turn` before it has registered its inverse.");
        assertThat(lamp.reached).doesNotContain("turn true");
    }

    @Test
    void whatIsOnlyDestructiveIsForcedToo() {
        call("lamp.smash", A);
        assertThat(lamp.reached).containsSubsequence("PortCallBegan", "FORCED", "smash", "PortCallEnded", "FORCED");
        assertThat(journal.text()).contains("\"method\":\"smash\",\"arguments\":[],\"answer\":null");
    }

    @Test
    void aJournalThatIsLostStopsEverything() {
        journal.loseAfter(1);
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(() -> call("lamp.smash", A));
        assertThat(lamp.reached).doesNotContain("smash");
        journal.loseAfter(2);
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(() -> call("lamp.smash", A));
        assertThat(lamp.reached).containsOnlyOnce("smash").endsWith("smash");
    }

    @Test
    void aCallSeesWhatTheRunKnew() {
        assertThat(known(new Gate.Site("light", false))).containsExactly("dark: -",
                "now: 2026-01-01T03:00:00Z", "house: Text[value=mine]", "approved: false");
        call("lamp.turn", A, Value.TRUE);
        log.record(new Event.Learned(0, "candidate", A));
        assertThat(known(new Gate.Site("light", true))).contains("dark: Bool[value=false]", "approved: true");
        assertThat(facts.known()).containsExactly(java.util.Map.entry("dark", Value.FALSE),
                java.util.Map.entry("candidate", A));
        assertThat(journal.text()).contains("\"ClockRead\",\"step\":\"light\",\"call\":1,\"now\":\"2026-01-01");
    }

    @Test
    void aFactIsSeenAsItWasWhenTheCallBegan() {
        assertThat(facts.before(9, "dark")).isEmpty();
        long first = log.record(new Event.Learned(0, "dark", Value.TRUE)).number();
        long second = log.record(new Event.Learned(0, "dark", Value.FALSE)).number();
        assertThat(facts.before(first, "dark")).isEmpty();
        assertThat(facts.before(second, "dark")).contains(Value.TRUE);
        assertThat(facts.before(second + 1, "dark")).contains(Value.FALSE);
    }

    @Test
    void proxiesOfOnePortAreEqualAndSpeakOfIt() {
        Lamp[] seen = new Lamp[2];
        CallUnderWay call = new CallUnderWay(new GateParts(log, facts, registry, portsOf(lamp),
                new PortJson(Lamps.types()), clock, name -> Optional.empty(), null), new Gate.Site("", false),
                registry.find("lamp.read").orElseThrow(), 1, 1);
        seen[0] = call.port(Lamp.class, "a");
        seen[1] = call.port(Lamp.class, "a");
        assertThat(seen[0]).isEqualTo(seen[1]).hasSameHashCodeAs(seen[1]).isNotEqualTo(lamp).hasToString("Lamp a");
        assertThat(seen[0].name()).isEqualTo("a");
        assertThat(journal.records()).isEmpty();
    }

    private static Ports portsOf(Lamp lamp) {
        return new Ports() {
            @Override
            public <P> Optional<P> find(Class<P> kind, String name) {
                return Optional.of(kind.cast(lamp));
            }
        };
    }

    private List<String> known(Gate.Site site) {
        Value.Listing listing = (Value.Listing) gate.call(site, registry.find("lamp.known").orElseThrow(), List.of());
        return listing.items().stream().map(line -> ((Value.Text) line).value()).toList();
    }

    private Value call(String word, Value... arguments) {
        return gate.call(new Gate.Site("light", false), registry.find(word).orElseThrow(), Arrays.asList(arguments));
    }
}
