package dev.lifeboat.cli;

import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.keys.KeyFile;
import dev.lifeboat.cli.keys.Passphrase;
import java.nio.file.Path;

/** The key of whoever calls a command that signs. */
final class OwnKey {
    private final Argument<Path> file;
    private final Argument<Path> passphraseFile;

    OwnKey(Arguments arguments) {
        file = arguments.option("--key", "FILE", Path.class,
                "Your key file. Default: NAME.pem in lifeboat/keys, in the XDG folder for configuration.");
        passphraseFile = arguments.option("--passphrase-file", "FILE", Path.class,
                "Where the passphrase of the key is read from. Default: what " + Passphrase.VARIABLE
                        + " names; else you are asked.");
    }

    KeyFile file(String person) {
        return KeyFile.of(file.value(), person);
    }

    Passphrase passphrase() {
        return Passphrase.of(passphraseFile.value(), System.getenv());
    }

    /** Opens it. */
    SigningKey of(String person) {
        return file(person).read(passphrase());
    }
}
