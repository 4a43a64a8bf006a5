package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;

/** The backups of a store, as a restore reads them: what is not sound is refused, with what to do instead. */
public record SoundBackups(StoredBackups backups) implements BackupSource {

    @Override
    public Manifest manifest(String id) {
        return backups.manifest(id)
                .orElseThrow(() -> Failure.of("Store `" + backups.name() + "` has no backup `" + id + "`.")
                        .hint("`backup.list` shows those that there are."));
    }

    @Override
    public void verify(Manifest manifest) {
        Verification found = backups.verify(manifest.id());
        if (!found.sound()) {
            throw Failure.of("Backup `" + manifest.id() + "` was not loaded: " + found.complaint())
                    .hint(found.advice());
        }
    }

    @Override
    public InputStream sql(Manifest manifest) throws IOException {
        return backups.sql(manifest);
    }
}
