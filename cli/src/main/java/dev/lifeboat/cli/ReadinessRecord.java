package dev.lifeboat.cli;

import dev.lifeboat.builtins.preflight.Expected;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.interpreter.journal.RecordJson;
import dev.lifeboat.interpreter.run.Event.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Who was behind the servers' names when they were last seen, so that it is known when they are dead: a file for each cluster of each inventory, below
 * {@code $LIFEBOAT_HOME/readiness}.
 */
record ReadinessRecord(Path file) {
    private static final int DISTINCT = 12;

    /** @param at when it was seen */
    record Seen(String identity, String version, Instant at) {}

    record Content(SequencedMap<String, Seen> servers) {}

    static ReadinessRecord of(InventoryFile inventory, String cluster) {
        return new ReadinessRecord(RunsFolder.home().resolve("readiness")
                .resolve(cluster + "-" + digest(inventory.path().toAbsolutePath().normalize().toString()) + ".json"));
    }

    private static String digest(String path) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, DISTINCT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** @param accepted names whose new identity is accepted, whatever is recorded */
    SequencedMap<String, Identity> identities(Collection<String> accepted) {
        SequencedMap<String, Identity> identities = new LinkedHashMap<>();
        content().ifPresent(content -> content.servers().forEach((name, seen) -> {
            if (!accepted.contains(name)) {
                identities.put(name, new Identity(name, seen.identity(), seen.version(), Expected.RECORDED));
            }
        }));
        return identities;
    }

    /** Empty where there is none, and where it can't be read: a record that is lost keeps no run from beginning. */
    private Optional<Content> content() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordJson.builder().build().readValue(Files.readString(file), Content.class));
        } catch (IOException | JacksonException unreadable) {
            LoggerFactory.getLogger(ReadinessRecord.class).warn("The readiness record {} can't be read.", file,
                    unreadable);
            return Optional.empty();
        }
    }

    /** Those that were seen take the place of what was recorded; of the others that stays. */
    void write(Collection<Identity> identities, Instant now) {
        SequencedMap<String, Seen> servers = content().map(Content::servers).map(LinkedHashMap::new)
                .orElseGet(LinkedHashMap::new);
        identities.stream().filter(identity -> identity.source().equals(Expected.SEEN)).forEach(
                identity -> servers.put(identity.name(), new Seen(identity.identity(), identity.version(), now)));
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            Files.writeString(whole, RecordJson.builder().build().writeValueAsString(new Content(servers)) + "\n");
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LoggerFactory.getLogger(ReadinessRecord.class).warn("The readiness record {} can't be written.", file,
                    unwritable);
        }
    }
}
