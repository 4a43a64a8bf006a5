package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a full backup, unique in all stores: {@code shop-20261127T020000Z-db2}. */
public record BackupId(String cluster, Instant at, String server) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX")
            .withZone(ZoneOffset.UTC);
    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{8}T\\d{6}Z)-(.+)");

    public static BackupId parse(String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            throw strange(id);
        }
        try {
            return new BackupId(form.group(1), TIME.parse(form.group(2), Instant::from), form.group(3));
        } catch (DateTimeParseException e) {
            throw strange(id).because(e);
        }
    }

    private static Failure strange(String id) {
        return Failure.of("`" + id + "` is no name of a backup.")
                .hint("They look like `shop-20261127T020000Z-db2`; `backup.list` shows those that there are.");
    }

    /** As it stands in names of objects and in manifests. */
    @Override
    public String toString() {
        return cluster + "-" + TIME.format(at) + "-" + server;
    }
}
