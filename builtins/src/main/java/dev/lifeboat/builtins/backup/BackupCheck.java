package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.StoredBackups.Parts;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads all of a backup, and says what is wrong with it: whether it is what its place says, whether its manifest says the truth, whether it opens, and whether there is in it what the manifest says.
 */
record BackupCheck(Parts parts, Shelf shelf, BackupPlace place) {
    private static final int BUFFER = 256 * 1024;
    private static final String ELSEWHERE = "Don't restore it. Take a copy from another store, or an older backup and more of the binary logs; "
            + "and take a new one: `backup.full`.";

    /** It can't be restored. */
    private static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;
        private final String advice;

        Damage(String message, String advice) {
            super(message, null, false, false);
            this.advice = advice;
        }
    }

    Verification look() {
        try {
            Manifest manifest = manifest();
            data(manifest);
            return Verification.sound(place.id(), parts.clock().now());
        } catch (Damage damage) {
            return Verification.damaged(place.id(), parts.clock().now(), damage.getMessage(), damage.advice);
        }
    }

    private static Damage damage(String message) {
        return new Damage(message, ELSEWHERE);
    }

    private String it() {
        return "Backup `" + place.id() + "` in store `" + parts.store().name() + "`";
    }

    private Manifest manifest() throws Damage {
        byte[] text = shelf.bytes(place.manifest())
                .orElseThrow(() -> damage(it() + " has no manifest: taking it was not brought to its end, or its file `"
                        + place.manifest() + "` was lost."));
        Manifest manifest = BackupText.read(text, Manifest.class)
                .orElseThrow(() -> damage(it() + " has a manifest that can't be read: it was damaged."));
        if (!BackupPlace.of(manifest).equals(place)) {
            throw damage(it() + " has the manifest of another one, `" + manifest.id() + "`: files were swapped.");
        }
        compare(text, opened(manifest), manifest);
        return manifest;
    }

    private byte[] opened(Manifest manifest) throws Damage {
        if (parts.store().find(place.sealed()).isEmpty()) {
            throw damage(it() + " lacks the sealed copy of its manifest, `" + place.sealed()
                    + "`: nothing proves what the manifest says.");
        }
        try (InputStream sealed = parts.store().read(place.sealed(), 0);
                InputStream plain = open(sealed, manifest.key(), place.sealed())) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new Damage(it() + " has a sealed manifest that key " + manifest.key()
                    + " does not open: it was damaged, belongs to another backup, or another key has the same number.",
                    "If other backups open with that key, this one was damaged: " + lower(ELSEWHERE)
                            + " If none does, find the keyset that they were sealed with.");
        }
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A key that is not to be had is damage to the backup, as far as anybody can tell. */
    private InputStream open(InputStream object, String key, String label) throws IOException, Damage {
        try {
            return parts.seal().open(object, key, label);
        } catch (Failure lost) {
            throw new Damage(it() + " can't be opened. " + lost.getMessage(), lost.hint());
        }
    }

    private void compare(byte[] said, byte[] sealed, Manifest manifest) throws Damage {
        if (!Arrays.equals(said, sealed)) {
            Optional<Manifest> proven = BackupText.read(sealed, Manifest.class);
            throw damage(it() + " has a manifest that lies: " + proven.map(one -> new ManifestDifference(manifest, one)
                    .text()).filter(text -> !text.isEmpty()).orElse("its sealed copy is another text") + ".");
        }
    }

    private void data(Manifest manifest) throws Damage {
        StoredObject object = parts.store().find(place.dump())
                .orElseThrow(() -> damage(it() + " lacks its data: there is no `" + place.dump() + "`."));
        if (object.size() != manifest.stored().bytes()) {
            throw damage(it() + (object.size() < manifest.stored().bytes() ? " was cut off: " : " has grown: ")
                    + "its data are " + object.size() + " bytes, and were " + manifest.stored().bytes() + ".");
        }
        Optional<String> objection = new ManifestCheck(manifest).objection(read(manifest));
        if (objection.isPresent()) {
            throw damage(it() + " " + objection.get() + ".");
        }
    }

    /** Of what does not open all is read nevertheless: its sum tells what is wrong with it. */
    private DumpFacts read(Manifest manifest) throws Damage {
        DumpScanner scanner = new DumpScanner();
        try (SummedInput object = new SummedInput(parts.store().read(place.dump(), 0), gauge(manifest))) {
            Optional<String> problem = scan(object, manifest, scanner);
            object.drain();
            String hash = object.hash();
            if (!hash.equals(manifest.sha256())) {
                throw damage(it() + otherData(hash, manifest, problem));
            }
            if (problem.isPresent()) {
                throw new Damage(it() + " has data that are as they were stored, and that key " + manifest.key()
                        + " does not open: they were sealed by another key, or as something else.",
                        "Find the keyset that they were sealed with; until then " + lower(ELSEWHERE));
            }
            return scanner.facts();
        } catch (IOException e) {
            throw Failure.of(it() + " can't be read: " + e.getMessage() + ".").because(e)
                    .hint("Nothing is known of it by that. Look at the store, and verify it again.");
        }
    }

    private String otherData(String hash, Manifest manifest, Optional<String> problem) {
        return shelf.manifests(place.cluster()).stream().filter(one -> one.sha256().equals(hash)).findFirst()
                .map(one -> " has the data of another one, `" + one.id() + "`: files were swapped.")
                .orElseGet(() -> " was damaged: the SHA-256 of its data is not what it was"
                        + problem.map(text -> ", and key " + manifest.key() + " does not open them").orElse("") + ".");
    }

    private Gauge gauge(Manifest manifest) {
        return new Gauge("verifying " + place.id(), manifest.stored().bytes(), parts.clock(), parts.progress());
    }

    /** @return why it does not open */
    private Optional<String> scan(InputStream object, Manifest manifest, DumpScanner scanner) throws Damage {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream plain = open(object, manifest.key(), place.dump());
            for (int length = plain.read(buffer); length >= 0; length = plain.read(buffer)) {
                scanner.write(buffer, 0, length);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
