package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.inventory.Inventory.Ssh;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The private keys by which Lifeboat logs in to a host: the one that the inventory names, or else the user's own. Read anew for each connection. */
record OwnKeys(SshTarget target, SshFiles files, Secrets secrets) {
    private static final List<String> USUAL = List.of("~/.ssh/id_ed25519", "~/.ssh/id_ecdsa", "~/.ssh/id_rsa");

    /** @throws Failure where the one that the inventory names can't be had */
    List<KeyPair> of(Attempt attempt) {
        Optional<Ssh.Key> named = target.way().key();
        return named.map(this::named).orElseGet(() -> usual(attempt));
    }

    private List<KeyPair> named(Ssh.Key key) {
        try {
            return read(key.file(), key.passphrase()
                    .map(source -> secrets.fetch(source, "key `" + key.file() + "`")));
        } catch (Encrypted encrypted) {
            throw cannotRead(key, "it is encrypted")
                    .hint("Write where its passphrase is, `key: {file: " + key.file()
                            + ", passphrase: {env: NAME}}`; or load it into an agent, and leave `key` out.");
        } catch (IOException | GeneralSecurityException e) {
            String why = Files.isReadable(files.file(key.file()))
                    ? key.passphrase().isPresent()
                            ? "it is no private key, or the passphrase is wrong"
                            : "it is no private key"
                    : "there is no such file, or you may not read it";
            throw cannotRead(key, why).because(e)
                    .hint("`ssh-keygen -y -f FILE` tells whether a file is a key. A path is relative to the inventory.");
        }
    }

    private Failure cannotRead(Ssh.Key key, String why) {
        return Failure.of("Could not log in to " + target + " by key `" + key.file() + "`: " + why + ".");
    }

    private List<KeyPair> usual(Attempt attempt) {
        List<KeyPair> keys = new ArrayList<>();
        for (String name : USUAL) {
            if (Files.isReadable(files.file(name))) {
                try {
                    keys.addAll(read(name, Optional.empty()));
                } catch (Encrypted encrypted) {
                    attempt.note("`" + name + "` is encrypted, and was not shown");
                } catch (IOException | GeneralSecurityException e) {
                    attempt.note("`" + name + "` is no private key that is understood");
                }
            }
        }
        return keys;
    }

    private List<KeyPair> read(String name, Optional<String> passphrase) throws IOException, GeneralSecurityException {
        Path file = files.file(name);
        FilePasswordProvider asked = (session, resource, retry) -> {
            if (retry > 0) {
                return null;
            }
            return passphrase.orElseThrow(Encrypted::new);
        };
        try (InputStream bytes = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(name), bytes,
                    asked);
            List<KeyPair> found = new ArrayList<>();
            if (pairs != null) {
                pairs.forEach(found::add);
            }
            if (found.isEmpty()) {
                throw new IOException("No key is in it.");
            }
            return found;
        }
    }

    /** It needs a passphrase that nobody gave. */
    private static final class Encrypted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
