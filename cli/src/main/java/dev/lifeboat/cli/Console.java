package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.people.PlainPrompt;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.stepping.TerminalPrompt;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Screen and keyboard of a command: a terminal, or a pipe.
 *
 * @param isTerminal whether a person can be asked there
 */
record Console(Screen screen, Prompt prompt, boolean isTerminal, Runnable end) implements AutoCloseable {

    static Console of(Output output, boolean simulated) {
        if (Boolean.getBoolean("lifeboat.terminal.in") && Boolean.getBoolean("lifeboat.terminal.out")) {
            TerminalPrompt terminal = TerminalPrompt.open(output.outStyle(), simulated);
            return new Console(terminal.screen(), terminal, true, terminal::close);
        }
        Screen screen = output.screen(simulated);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Console(screen, new PlainPrompt(in, screen), false, () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
