package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a client together with whoever feeds it. MySQL's client executes what it has got when its input ends, a statement of which half has come too: of a runner that is killed in the midst of a statement, that half would be
 * done, and bear the GTID of the whole. So between the two stands a pipe that has no end before {@link #whole} has said so.
 *
 * @param folder nobody else's, for that pipe and that sign
 */
@RealWorld
record ClientGuard(Path folder) {
    /** The client takes the shell's place, so that its process and its status are the client's own. What is written to nobody ends the guard: then the client is gone, and its number may be somebody else's. */
    private static final String SCRIPT = """
            mkfifo "$0/sql"
            exec 3<&0
            {
                cat <&3 >&4
                [ -e "$0/whole" ] || { echo >&4 && kill -KILL $$ && rm -r "$0"; }
            } 4>"$0/sql" 2>/dev/null &
            exec "$@" <"$0/sql" 3<&-
            """;

    List<String> command(List<String> client) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, folder.toString()));
        command.addAll(client);
        return command;
    }

    /** All was written that was to be: its input may end. */
    void whole() throws IOException {
        Files.createFile(folder.resolve("whole"));
    }
}
