package dev.lifeboat.cli.endtoend;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody who fails over: a process that is started when the primary has died. */
interface Contestant {

    String name();

    /** What is done in quiet times, before anything happens to the estate. */
    void getReady(Estate estate) throws Exception;

    /** @param output takes what it writes */
    Process start(Estate estate, Path output) throws IOException;
}
