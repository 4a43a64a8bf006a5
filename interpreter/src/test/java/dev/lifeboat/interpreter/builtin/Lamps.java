package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Builtins for tests of the machinery. */
@Namespace(value = "lamp", doc = "Lamps.")
public final class Lamps {

    public static JavaTypes types() {
        return new JavaTypes().handle("lamp", Lamp.class, (call, name) -> call.port(Lamp.class, name), Lamp::name)
                .text("wattage", Lamp.Wattage.class, Lamp.Wattage::parse);
    }

    public static Registry registry(Object... more) {
        SequencedMap<String, Type> names = new LinkedHashMap<>();
        names.put("house", Type.TEXT);
        List<Object> namespaces = new java.util.ArrayList<>(List.of(new Lamps(), new PureLamps()));
        namespaces.addAll(List.of(more));
        return Registry.of(types(), namespaces, names);
    }

    /** @param rooms where it is, for lists of lamps in records */
    public record Room(@Doc("Its name.") String name, @Doc("Its lamps.") List<Lamp> lamps,
            @Doc("The best one.") Optional<Lamp> best) {}

    @Builtin(effect = Effect.OBSERVES, doc = "Whether it is lit.", example = "lamp.is_lit(a)")
    public boolean isLit(@Doc("The lamp.") Lamp lamp) {
        return lamp.lit();
    }

    @Builtin(effect = Effect.OBSERVES, doc = "How it is.", example = "lamp.read(a, within: 5s)")
    public Lamp.Reading read(Call call, @Doc("The lamp.") Lamp lamp,
            @Doc("How long to look.") Optional<Duration> within) {
        call.progress("looking at " + lamp.name());
        return lamp.read(List.of(Lamp.Colour.values()), within);
    }

    @Builtin(effect = Effect.OBSERVES, doc = "The lit ones.", example = "lamp.lit_in(hall)")
    public List<Lamp> litIn(@Doc("The room.") Room room) {
        return room.lamps().stream().filter(Lamp::lit).toList();
    }

    @Builtin(effect = Effect.CHANGES, doc = "Turns it on or off.", example = "lamp.turn(a, on: true)",
            privileges = "LIGHT", facts = "dark: NOT KNOWN", name = "turn", idempotent = false)
    public void turnIt(Call call, @Doc("The lamp.") Lamp lamp, @Doc("Whether on.") boolean on) {
        call.inverse("turn " + lamp.name() + " back", "lamp.turn_back", lamp, lamp.lit());
        lamp.turn(on);
        call.learn("dark", Value.of(!on));
        call.did(lamp.name(), on ? "turned on" : "turned off");
    }

    @Builtin(effect = Effect.CHANGES, internal = true, inverse = false, doc = "Turns it back.", example = "")
    public void turnBack(Call call, @Doc("The lamp.") Lamp lamp, @Doc("Whether it was on.") boolean on) {
        lamp.turn(on);
    }

    @Builtin(effect = Effect.CHANGES, doc = "Turns it on in its turn.", example = "lamp.careless(a)")
    public void careless(Call call, @Doc("The lamp.") Lamp lamp) {
        lamp.turn(true);
    }

    @Builtin(effect = Effect.OBSERVES, doc = "Says that it observes, and changes.", example = "lamp.liar(a)")
    public boolean liar(@Doc("The lamp.") Lamp lamp) {
        return lamp.toggle();
    }

    @Builtin(effect = Effect.PROBES, doc = "Bounces it.", example = "lamp.probe(a)")
    public boolean probe(Call call, @Doc("The lamp.") Lamp lamp) {
        try {
            lamp.blink();
            return lamp.toggle();
        } finally {
            call.putBack(Duration.ofSeconds(5), () -> lamp.turn(false));
        }
    }

    @Builtin(effect = Effect.DESTROYS, doc = "Smashes it.", example = "lamp.smash(a)")
    public void smash(@Doc("The lamp.") Lamp lamp) {
        lamp.smash();
    }

    @Builtin(effect = Effect.OBSERVES, doc = "What the run knows.", example = "lamp.known()")
    public List<String> known(Call call) {
        return List.of("dark: " + call.fact("dark").map(Object::toString).orElse("-"), "now: " + call.now(),
                "house: " + call.named("house").map(Object::toString).orElse("-"), "approved: " + call.approved());
    }

    @Builtin(effect = Effect.CHANGES, doc = "Waits between two changes.", example = "lamp.dim(a, over: 5m)")
    public void dim(Call call, @Doc("The lamp.") Lamp lamp, @Doc("How long.") Duration over) {
        call.inverse("undim " + lamp.name(), "lamp.turn_back", lamp, true);
        call.pause(over);
        lamp.turn(false);
        call.pause(over);
        lamp.turn(false);
    }

    /** Functions that reach nothing. */
    @Namespace(value = "", doc = "Functions.")
    public static final class PureLamps {
        @Builtin(effect = Effect.OBSERVES, doc = "How many.", example = "count(lamps)")
        public long count(@Doc("The list.") List<Value> list) {
            return list.size();
        }

        @Builtin(effect = Effect.OBSERVES, doc = "The first.", example = "first(lamps)", answers = Answers.AN_ELEMENT)
        public Value first(@Doc("The list.") List<Value> list) {
            return list.getFirst();
        }

        @Builtin(effect = Effect.OBSERVES, doc = "Twice as much.", example = "twice(5W)")
        public Lamp.Wattage twice(@Doc("How much.") Lamp.Wattage wattage) {
            return new Lamp.Wattage(wattage.watts() * 2);
        }

        @Builtin(effect = Effect.OBSERVES, doc = "As text.", example = "code(\"df\")")
        public String code(@CodeOf("command") @Doc("The command.") Value.Code command) {
            return command.text();
        }
    }
}
