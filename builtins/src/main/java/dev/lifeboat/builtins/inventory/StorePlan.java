package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where backups lie, as the inventory says ({@code docs/stores.md}). */
public sealed interface StorePlan {

    /** @param path a folder of this machine, on a disk or on a volume that is mounted there */
    record Directory(String path) implements StorePlan {}

    /**
     * @param prefix       before the name of each object, with a {@code /} at its end; may be empty
     * @param region       the SDK's own where it is empty
     * @param endpoint     where it is not Amazon's
     * @param access       the SDK's own chain of places where it is empty: environment, profile, role of the machine
     * @param storageClass of new objects; that of the bucket where it is empty
     * @param lock         how long a new object has to be safe from being deleted, by the bucket's object lock
     */
    record S3(String bucket, String prefix, Optional<String> region, Optional<URI> endpoint, Optional<Access> access,
            Optional<StorageClass> storageClass, Optional<Encryption> encryption, boolean versioning,
            Optional<Duration> lock) implements StorePlan {}

    /**
     * @param folder    where the tape's file system (LTFS) is, or will be when {@code mount} has run
     * @param label     of the tape that has to be in; {@code *} stands for anything
     * @param labelFile the file on the tape whose first line is its label
     * @param mount     a command of this machine
     * @param unmount   a command of this machine
     * @param readLabel a command of this machine that writes the label, in place of {@code labelFile}
     */
    record Tape(String folder, String label, String labelFile, Optional<String> mount, Optional<String> unmount,
            Optional<String> readLabel) implements StorePlan {
        static final String LABEL_FILE = "LABEL";

        /** Whether a tape of that label may be in. */
        public boolean takes(String found) {
            String pattern = Pattern.compile("[^*]+|\\*").matcher(label)
                    .replaceAll(part -> part.group().equals("*")
                            ? ".*"
                            : java.util.regex.Matcher
                                    .quoteReplacement(Pattern.quote(part.group())));
            return found.matches(pattern);
        }
    }

    /** A pair of keys of an account. */
    record Access(SecretSource id, SecretSource secret) {}

    /** Those whose objects can be read at once; what has to be brought back for hours first is no place for a backup. */
    enum StorageClass {
        STANDARD, STANDARD_IA, ONEZONE_IA, INTELLIGENT_TIERING, GLACIER_IR
    }

    /** How S3 itself has to encrypt what lies there, whatever Lifeboat has encrypted before. */
    sealed interface Encryption {
        /** With keys of S3. */
        record OfBucket() implements Encryption {}

        /** @param key of AWS KMS, by its id, alias or ARN; the account's own for S3 where it is empty */
        record ByKms(Optional<String> key) implements Encryption {}
    }
}
