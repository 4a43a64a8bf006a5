package dev.lifeboat.builtins.ssh;

import dev.lifeboat.interpreter.builtin.Failure;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Whether a host is the one that it should be. A host that nobody vouches for is refused: what is done to the wrong one on such a day can't be taken back. */
record HostKeyCheck(SshTarget target, KnownHosts known) {
    private static final int USUAL_PORT = 22;

    /** Why the key that the host showed does not count; empty where it does. */
    Optional<Failure> problem(PublicKey key) {
        Optional<KnownHosts.Line> revoking = known.revoking(key);
        if (revoking.isPresent()) {
            return Optional.of(revoked(key, revoking.get()));
        }
        List<KnownHosts.Line> trusted = known.trusted();
        if (trusted.isEmpty()) {
            return Optional.of(unknown(key));
        }
        return trusted.stream().anyMatch(line -> line.isOf(key))
                ? Optional.empty()
                : Optional.of(changed(key, trusted));
    }

    private Failure unknown(PublicKey key) {
        return Failure.of("Did not log in to " + target + ": it is not known who that is. It showed the key "
                + fingerprint(key) + ", and " + known.files() + " does not name it.")
                .evidence(
                        List.of("the line that would make it known: " + address() + " " + PublicKeyEntry.toString(key)))
                .hint("On the host itself, or its console, let `ssh-keygen -l -f /etc/ssh/ssh_host_" + shortType(key)
                        + "_key.pub` show its fingerprint. If it is the same, add the line.");
    }

    private Failure changed(PublicKey key, List<KnownHosts.Line> trusted) {
        String lines = trusted.stream().map(line -> "known by an " + line.type() + " key: " + line)
                .collect(Collectors.joining("\n"));
        return Failure
                .of("Did not log in to " + target + ": it showed another key than it is known by, "
                        + fingerprint(key) + ". Either it was set up anew, or it is another machine.")
                .evidence(lines.lines().toList())
                .hint("Find out which, at the host's console. If it was set up anew, `ssh-keygen -R '" + address()
                        + "'` takes the old key out, and the new one has to be added.");
    }

    private Failure revoked(PublicKey key, KnownHosts.Line line) {
        return Failure
                .of("Did not log in to " + target + ": it showed a key that is revoked, " + fingerprint(key) + ".")
                .evidence(List.of("revoked in " + line))
                .hint("Whoever revoked it had a reason: give the host a new key, and make that known.");
    }

    private String address() {
        int port = target.way().port();
        return port == USUAL_PORT ? target.way().host() : "[" + target.way().host() + "]:" + port;
    }

    static String fingerprint(PublicKey key) {
        return KeyUtils.getFingerPrint(key) + " (" + KeyUtils.getKeyType(key) + ")";
    }

    private static String shortType(PublicKey key) {
        return KeyUtils.getKeyType(key).replaceFirst("^ssh-", "").replaceFirst("^ecdsa-.*", "ecdsa");
    }
}
