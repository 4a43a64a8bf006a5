package dev.lifeboat.cli;

import dev.lifeboat.interpreter.journal.EventJson;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Recorded;
import java.io.PrintWriter;

/** A run for machines: its events as they are in the journal, one JSON object a line. */
record JsonLines(PrintWriter out) implements Listener {

    @Override
    public void heard(Recorded recorded) {
        out.println(EventJson.write(recorded));
        out.flush();
    }

    /** It has been written before. */
    @Override
    public void replayed(Recorded recorded) {}
}
