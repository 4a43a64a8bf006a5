package dev.lifeboat.cli;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The calls that a journal knows to have begun, and not what came of them. */
final class InDoubt {
    private InDoubt() {}

    /** A line for people each. */
    static List<String> of(List<Recorded> records) {
        SequencedMap<Long, String> open = new LinkedHashMap<>();
        records.forEach(recorded -> {
            switch (recorded.event()) {
                case Event.CallBegan call when call.effect().alters() ->
                    open.put(call.call(), "`" + call.builtin() + "` in `" + call.step() + "`");
                case Event.CallEnded call -> open.remove(call.call());
                default -> {
                }
            }
        });
        return List.copyOf(open.sequencedValues());
    }
}
