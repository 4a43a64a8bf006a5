package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.Placeholder;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;

/** Runs a command of the inventory for each message, which has it as its standard input. */
public final class CommandChannel implements Channel {
    /** A command that is not there, as the shell tells it. */
    private static final int NOT_FOUND = 127;
    private final String command;
    private final ShellCommand shell;

    public CommandChannel(String command, Clock clock) {
        this.command = command;
        this.shell = new ShellCommand("this machine", clock);
    }

    @Override
    public void send(Dispatch dispatch) {
        String line = Placeholder.fill(command, placeholder -> ShellCommand.quote(clean(dispatch.value(placeholder))));
        Output output = run(line, dispatch.text() + "\n");
        if (output.exit() != 0) {
            throw Failure.of("`" + command + "` ended with status " + output.exit()
                    + new Secrecy(List.of()).quote(output.text()) + ".")
                    .hint(output.exit() == NOT_FOUND
                            ? "Look whether the command is installed and in the PATH."
                            : "Try the command of the inventory by hand.");
        }
    }

    /** What failed is told by the line of the inventory: the message would hide it. */
    private Output run(String line, String input) {
        try {
            return shell.run(line, input, Clock.NO_LIMIT, false);
        } catch (Failure failure) {
            throw Failure.of(failure.getMessage().replace(line, command)).evidence(failure.evidence());
        }
    }

    /** No program can be given a NUL. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    @Override
    public Optional<String> problem() {
        String program = command.strip().split("\\s+")[0];
        Output output = shell.run("command -v " + ShellCommand.quote(program), "", Clock.NO_LIMIT, false);
        return output.exit() == 0
                ? Optional.empty()
                : Optional.of("The command `" + program + "` is not there.");
    }
}
