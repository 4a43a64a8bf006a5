package dev.lifeboat.builtins.backup;

import java.util.List;
import java.util.Optional;

/** Where a full backup lies in any store. The names of its objects are what they are sealed as, too. */
record BackupPlace(String cluster, String serverUuid, String id) {
    private static final String KIND = "full";

    static BackupPlace of(Manifest manifest) {
        return new BackupPlace(manifest.cluster(), manifest.serverUuid(), manifest.id());
    }

    /** The place that an object belongs to; empty where it is no part of a full backup. */
    static Optional<BackupPlace> ofObject(String object) {
        String[] parts = object.split("/");
        return parts.length == 5 && parts[2].equals(KIND)
                ? Optional.of(new BackupPlace(parts[0], parts[1], parts[3]))
                : Optional.empty();
    }

    /** Where those of one server lie. */
    static String folderOf(String cluster, String serverUuid) {
        return cluster + "/" + serverUuid + "/" + KIND + "/";
    }

    String folder() {
        return folderOf(cluster, serverUuid) + id + "/";
    }

    /** The data, sealed. */
    String dump() {
        return folder() + "dump";
    }

    /** To be read by anybody. */
    String manifest() {
        return folder() + "manifest.json";
    }

    /** The same, sealed. */
    String sealed() {
        return folder() + "manifest.sealed";
    }

    /** What came out when it was last verified. */
    String checked() {
        return folder() + "checked.json";
    }

    /** In the order in which they are removed: without its manifest it is no backup any more. */
    List<String> objects() {
        return List.of(manifest(), sealed(), dump(), checked());
    }
}
