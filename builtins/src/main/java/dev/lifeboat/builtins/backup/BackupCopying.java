package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.StoredBackups.Parts;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.builtins.store.Upload;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Copies a backup to another store as it is, sealed: it needs no key for that. But what nobody could open there is no copy of use, so the other store's key is tried first, on the manifest; and all of it is verified
 * over there. What has arrived before stays, so that copying again goes on with what is lacking.
 */
record BackupCopying(Parts parts, Shelf shelf, StoredBackups there) {

    void copy(BackupPlace place) {
        Manifest manifest = shelf.manifest(place)
                .orElseThrow(() -> refused(place, "it has no manifest that can be read")
                        .hint("`backup.verify` says what is wrong with it; copy another one."));
        byte[] text = bytes(place.manifest(), place);
        byte[] sealed = bytes(place.sealed(), place);
        requireKey(place, manifest, sealed);
        data(place, manifest);
        other().replace(place.sealed(), sealed);
        other().replace(place.manifest(), text);
        verified(place);
    }

    private ObjectStore other() {
        return there.parts().store();
    }

    private Failure refused(BackupPlace place, String why) {
        return Failure.of("Backup `" + place.id() + "` of store `" + parts.store().name() + "` is not copied to store `"
                + other().name() + "`: " + why + ".");
    }

    private byte[] bytes(String object, BackupPlace place) {
        return shelf.bytes(object).orElseThrow(() -> refused(place, "it lacks `" + object + "`")
                .hint("`backup.verify` says what is wrong with it; copy another one."));
    }

    private void requireKey(BackupPlace place, Manifest manifest, byte[] sealed) {
        try (InputStream plain = there.parts().seal().open(new ByteArrayInputStream(sealed), manifest.key(),
                place.sealed())) {
            plain.readAllBytes();
        } catch (Failure lost) {
            throw refused(place, "it could not be opened there. " + lost.getMessage().replaceFirst("\\.$", ""))
                    .hint("Let both stores name the same secret under `key:`, or put that key into the other's keyset.");
        } catch (IOException e) {
            throw refused(place, "its sealed manifest does not open with key " + manifest.key() + " of that store")
                    .hint("`backup.verify` says whether it is damaged, or the keys of the stores differ.").because(e);
        }
    }

    private void data(BackupPlace place, Manifest manifest) {
        Optional<StoredObject> arrived = other().find(place.dump());
        if (arrived.isPresent() && arrived.get().size() == manifest.stored().bytes()) {
            return;
        }
        Gauge gauge = new Gauge("copying " + place.id() + " to " + other().name(), manifest.stored().bytes(),
                parts.clock(), parts.progress());
        try (SummedInput from = new SummedInput(parts.store().read(place.dump(), 0), gauge);
                Upload onto = other().upload(place.dump())) {
            from.transferTo(onto);
            if (from.size() != manifest.stored().bytes() || !from.hash().equals(manifest.sha256())) {
                throw refused(place, "what was read of it is not what its manifest says: it is damaged")
                        .hint("`backup.verify` says more. Copy another one, and take a new one: `backup.full`.");
            }
            onto.complete();
        } catch (IOException e) {
            throw refused(place, "it broke off: " + e.getMessage()).because(e);
        }
    }

    private void verified(BackupPlace place) {
        Verification verification = there.verify(place.id());
        if (!verification.sound()) {
            there.remove(place.id());
            throw Failure.of("The copy of backup `" + place.id() + "` in store `" + other().name()
                    + "` is not sound, and was removed: " + verification.complaint())
                    .hint("Verify the backup that it was copied from, then copy it again.");
        }
    }
}
