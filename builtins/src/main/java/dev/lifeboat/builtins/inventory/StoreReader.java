package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Keep;
import dev.lifeboat.builtins.inventory.Inventory.Store;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the stores of an inventory. */
final class StoreReader {
    private static final List<String> KEYS = List.of("path", "bucket", "prefix", "region", "endpoint", "access_key",
            "secret_key", "storage_class", "encryption", "kms_key", "versioning", "object_lock", "folder", "label",
            "label_file", "mount", "unmount", "read_label");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final Pattern NOTHING = Pattern.compile("(0+[a-z]+)+");
    private static final int LONGEST_PREFIX = 200;
    private final InventoryNames names;

    StoreReader(InventoryNames names) {
        this.names = names;
    }

    private enum Kind {
        DIRECTORY, S3, TAPE
    }

    Store store(String name, YamlMap map) {
        Optional<Kind> kind = map.need("kind", "write `directory`, `s3` or `tape`")
                .flatMap(value -> value.findWord(Kind.class));
        return new Store(kind.map(known -> plan(known, map)).orElseGet(() -> unknown(map)),
                map.find("key").map(names::secret), map.find("keep").map(StoreReader::keep).orElse(Keep.EVERYTHING));
    }

    private static StorePlan plan(Kind kind, YamlMap map) {
        return switch (kind) {
            case DIRECTORY -> new StorePlan.Directory(
                    EndpointReader.text(map, "path", "name a folder, such as where the volume is mounted"));
            case S3 -> s3(map);
            case TAPE -> new StorePlan.Tape(
                    EndpointReader.text(map, "folder", "name the folder where the tape's file system is mounted"),
                    EndpointReader.text(map, "label", "write which tape has to be in; `*` stands for anything"),
                    map.text("label_file").orElse(StorePlan.Tape.LABEL_FILE), map.text("mount"), map.text("unmount"),
                    map.text("read_label"));
        };
    }

    /** Which keys it needs can't be told: each has a meaning. */
    private static StorePlan unknown(YamlMap map) {
        KEYS.forEach(map::find);
        return new StorePlan.Directory("");
    }

    private static Keep keep(YamlValue value) {
        YamlMap map = value.map();
        Keep keep = new Keep(map.find("full").map(StoreReader::time), map.find("binlog").map(StoreReader::time));
        map.reportUnknownKeys();
        return keep;
    }

    private static Duration time(YamlValue value) {
        Duration time = value.duration();
        if (time.isZero() && NOTHING.matcher(value.text()).matches()) {
            value.wrong("What is kept for no time need not be stored: expected a duration such as `30d`.");
        }
        return time;
    }

    private static StorePlan s3(YamlMap map) {
        return new StorePlan.S3(
                map.need("bucket", "write the bucket's name").map(StoreReader::bucket).orElse(""),
                map.find("prefix").map(StoreReader::prefix).orElse(""), map.text("region"),
                map.find("endpoint").flatMap(StoreReader::endpoint), access(map),
                map.find("storage_class").flatMap(StoreReader::storageClass), encryption(map),
                map.find("versioning").map(YamlValue::truth).orElse(false),
                map.find("object_lock").map(StoreReader::time));
    }

    private static String bucket(YamlValue value) {
        String bucket = value.text();
        if (!BUCKET.matcher(bucket).matches()) {
            value.unexpected(bucket, "the name of a bucket, of small letters, digits, `.` and `-`");
        }
        return bucket;
    }

    private static String prefix(YamlValue value) {
        String prefix = value.text();
        if (!PREFIX.matcher(prefix).matches() || prefix.length() > LONGEST_PREFIX) {
            value.unexpected(prefix, "something like `backups/shop`, without `/` at its ends,");
        }
        return prefix + "/";
    }

    private static Optional<URI> endpoint(YamlValue value) {
        String text = value.text();
        try {
            URI address = new URI(text);
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null
                    && address.getUserInfo() == null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException noAddress) {
            value.unexpected(text, "an address such as `https://s3.example.net`");
            return Optional.empty();
        }
        value.unexpected(text, "an address such as `https://s3.example.net`");
        return Optional.empty();
    }

    private static Optional<StorePlan.Access> access(YamlMap map) {
        Optional<YamlValue> id = map.find("access_key");
        Optional<YamlValue> secret = map.find("secret_key");
        if (id.isPresent() != secret.isPresent()) {
            map.wrong("`access_key` and `secret_key` go together; without both, those of the AWS SDK are used.");
        }
        return id.map(value -> SecretReader.source(value, "key"))
                .flatMap(first -> secret.map(value -> SecretReader.source(value, "key"))
                        .map(second -> new StorePlan.Access(first, second)));
    }

    private static Optional<StorePlan.StorageClass> storageClass(YamlValue value) {
        if (List.of("glacier", "deep_archive").contains(value.text())) {
            value.wrong("What lies in `" + value.text() + "` has to be brought back for hours before it can be read.",
                    "Use `glacier_ir`, or let the bucket's own lifecycle move what is no longer needed for recovery.");
            return Optional.empty();
        }
        return value.findWord(StorePlan.StorageClass.class);
    }

    private static Optional<StorePlan.Encryption> encryption(YamlMap map) {
        Optional<String> key = map.text("kms_key");
        Optional<YamlValue> asked = map.find("encryption");
        if (key.isPresent() && !asked.map(YamlValue::text).equals(Optional.of("aws:kms"))) {
            map.wrong("`kms_key` counts with `encryption: aws:kms` alone.");
        }
        return asked.flatMap(value -> switch (value.text()) {
            case "AES256" -> Optional.of(new StorePlan.Encryption.OfBucket());
            case "aws:kms" -> Optional.of(new StorePlan.Encryption.ByKms(key));
            case String other -> {
                value.unexpected(other, "`AES256` or `aws:kms`");
                yield Optional.<StorePlan.Encryption>empty();
            }
        });
    }
}
