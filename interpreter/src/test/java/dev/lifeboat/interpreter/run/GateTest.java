package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Lamp;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Value A = GateRig.A;
    private final GateRig rig = new GateRig();

    @Test
    void aChangeIsOnDiskBeforeItIsMadeAndAfterIt() {
        assertThat(rig.call("lamp.turn", A, Value.TRUE)).isEqualTo(Value.NONE);
        assertThat(rig.lamp.reached).containsExactly("CallBegan", "FORCED", "lit", "PortCallEnded", "InverseRegistered",
                "PortCallBegan", "FORCED", "turn true", "PortCallEnded", "FORCED", "Learned", "Did", "CallEnded",
                "FORCED");
        assertThat(rig.journal.text()).isEqualTo(
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
        assertThat(rig.call("lamp.read", A, null)).isInstanceOf(Value.Fields.class);
        assertThat(rig.lamp.reached).containsExactly("CallBegan", "read", "PortCallEnded", "CallEnded");
        assertThat(rig.journal.text()).contains("\"arguments\":[{\"handle\":\"lamp\",\"text\":\"a\"},null]",
                "\"arguments\":[[\"RED\",\"GREEN\"],null],\"answer\":{\"lit\":false,\"colour\":\"GREEN\","
                        + "\"age\":\"PT1.5S\",\"wattage\":\"60W\",\"notes\":[\"a \\\"note\\\"\"]}");
        assertThat(rig.progress).containsExactly("light: looking at a");
    }

    @Test
    void aPureFunctionLeavesNothing() {
        assertThat(rig.call("count", new Value.Listing(List.of(A)))).isEqualTo(new Value.Int(1));
        assertThat(rig.journal.records()).isEmpty();
    }

    @Test
    void aProbeIsForcedAndPutsBackWhatItTouched() {
        assertThat(rig.call("lamp.probe", A)).isEqualTo(Value.TRUE);
        assertThat(rig.lamp.reached).filteredOn(what -> !what.contains("Call")).containsExactly("FORCED", "FORCED",
                "blink", "FORCED", "lit", "FORCED", "turn true", "FORCED", "FORCED", "turn false", "FORCED", "FORCED");
    }

    @Test
    void handlesAreGatedWhereverTheyStandAndComeBackByName() {
        rig.lamp.lit = true;
        Value room = new Value.Fields("room", new java.util.LinkedHashMap<>(java.util.Map.of("name",
                new Value.Text("hall"), "lamps", new Value.Listing(List.of(A)), "best", Value.NONE)));
        assertThat(rig.call("lamp.lit_in", room)).isEqualTo(new Value.Listing(List.of(A)));
        assertThat(rig.journal.text()).contains("\"method\":\"lit\"");
    }

    @Test
    void whatIsOnlyDestructiveIsForcedToo() {
        rig.call("lamp.smash", A);
        assertThat(rig.lamp.reached).containsSubsequence("PortCallBegan", "FORCED", "smash", "PortCallEnded", "FORCED");
        assertThat(rig.journal.text()).contains("\"method\":\"smash\",\"arguments\":[],\"answer\":null");
    }

    @Test
    void aCallSeesWhatTheRunKnew() {
        assertThat(known(new Gate.Site("light", false))).containsExactly("dark: -",
                "now: 2026-01-01T03:00:00Z", "house: Text[value=mine]", "approved: false");
        rig.call("lamp.turn", A, Value.TRUE);
        rig.log.record(new Event.Learned(0, "candidate", A));
        assertThat(known(new Gate.Site("light", true))).contains("dark: Bool[value=false]", "approved: true");
        assertThat(rig.facts.known()).containsExactly(java.util.Map.entry("dark", Value.FALSE),
                java.util.Map.entry("candidate", A));
        assertThat(rig.journal.text()).contains("\"ClockRead\",\"step\":\"light\",\"call\":1,\"now\":\"2026-01-01");
    }

    @Test
    void aFactIsSeenAsItWasWhenTheCallBegan() {
        assertThat(rig.facts.before(9, "dark")).isEmpty();
        long first = rig.log.record(new Event.Learned(0, "dark", Value.TRUE)).number();
        long second = rig.log.record(new Event.Learned(0, "dark", Value.FALSE)).number();
        assertThat(rig.facts.before(first, "dark")).isEmpty();
        assertThat(rig.facts.before(second, "dark")).contains(Value.TRUE);
        assertThat(rig.facts.before(second + 1, "dark")).contains(Value.FALSE);
    }

    @Test
    void proxiesOfOnePortAreEqualAndSpeakOfIt() {
        Call call = rig.underWay("lamp.read");
        Lamp lamp = call.port(Lamp.class, "a");
        assertThat(lamp).isEqualTo(call.port(Lamp.class, "a")).hasSameHashCodeAs(call.port(Lamp.class, "a"))
                .isNotEqualTo(rig.lamp).hasToString("Lamp a");
        assertThat(lamp.name()).isEqualTo("a");
        assertThat(rig.journal.records()).isEmpty();
    }

    private List<String> known(Gate.Site site) {
        Value.Listing listing = (Value.Listing) rig.call(site, "lamp.known");
        return listing.items().stream().map(line -> ((Value.Text) line).value()).toList();
    }
}
