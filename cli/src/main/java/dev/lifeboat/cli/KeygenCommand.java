package dev.lifeboat.cli;

import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.keys.KeyFile;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat keygen`: a key for somebody who signs. */
final class KeygenCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "keygen",
            "Makes a key by which you sign approvals and seals, and prints its line for the inventory.", "",
            "The key file stays with you; the line has no secret in it. Ends with 0; 64: usage.");

    private final Argument<String> as = arguments.required("--as", "NAME", String.class,
            "Who you are, as the inventory names people.");

    private final OwnKey key = new OwnKey(arguments);

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        SigningKey.Pair pair = SigningKey.generate();
        KeyFile file = key.file(as.value());
        file.create(pair.signing(), key.passphrase());
        Output output = Output.of(spec());
        output.err().println("The key is in `" + file.path() + "`. In the inventory, under `people:`:");
        output.err().flush();
        output.out().println("  " + as.value() + ": {key: " + pair.verifying() + "}");
        return ExitStatus.OK;
    }
}
