package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.inventory.Inventory.Ssh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** What the files of known hosts say of one host; read anew for each connection. */
final class KnownHosts {
    private static final String REVOKED = "revoked";
    private final List<Line> lines = new ArrayList<>();
    private final List<String> names;

    /** @param number its place in the file, from 1 */
    record Line(String file, int number, KnownHostEntry entry) {
        String type() {
            return entry.getKeyEntry().getKeyType();
        }

        boolean isOf(PublicKey key) {
            var buffer = new ByteArrayBuffer();
            buffer.putRawPublicKey(key);
            return Arrays.equals(buffer.getCompactData(), entry.getKeyEntry().getKeyData());
        }

        /** What is revoked is revoked at every port. */
        boolean names(Ssh way) {
            return entry.isHostMatch(way.host(), way.port()) || isRevoked() && entry.isHostMatch(way.host(), 0);
        }

        boolean isRevoked() {
            return REVOKED.equals(entry.getMarker());
        }

        /** One that only says that a key counts for this host, or not; not one of an authority that signs keys. */
        boolean isOfHost() {
            return entry.getMarker() == null || isRevoked();
        }

        @Override
        public String toString() {
            return file + ", line " + number;
        }
    }

    private KnownHosts(List<String> names) {
        this.names = names;
    }

    /** Files that are not there, and lines that nobody understands, say nothing. */
    static KnownHosts read(SshTarget target, List<String> names, SshFiles files) throws IOException {
        var found = new KnownHosts(names);
        for (String name : names) {
            Path file = files.file(name);
            if (Files.exists(file)) {
                found.add(name, Files.readAllLines(file, StandardCharsets.ISO_8859_1), target);
            }
        }
        return found;
    }

    private void add(String file, List<String> texts, SshTarget target) {
        for (int i = 0; i < texts.size(); i++) {
            int number = i + 1;
            parsed(texts.get(i)).map(entry -> new Line(file, number, entry)).filter(line -> line.names(target.way()))
                    .filter(Line::isOfHost).ifPresent(lines::add);
        }
    }

    private static Optional<KnownHostEntry> parsed(String text) {
        try {
            return Optional.ofNullable(KnownHostEntry.parseKnownHostEntry(text))
                    .filter(entry -> entry.getKeyEntry() != null);
        } catch (RuntimeException noLineOfThatKind) {
            return Optional.empty();
        }
    }

    /** The files' names, as people gave them. */
    String files() {
        return "`" + String.join("`, `", names) + "`";
    }

    /** The lines that name the host with a key that counts. */
    List<Line> trusted() {
        return lines.stream().filter(line -> !line.isRevoked()).toList();
    }

    /** The line that revokes the key. */
    Optional<Line> revoking(PublicKey key) {
        return lines.stream().filter(Line::isRevoked).filter(line -> line.isOf(key)).findFirst();
    }

    /** Whether the host is known by a key of that kind, so that this is the kind to ask it for. */
    boolean hasType(String type) {
        return trusted().stream().anyMatch(line -> line.type().equals(type));
    }
}
