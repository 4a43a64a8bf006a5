package dev.lifeboat.builtins.backup;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What two manifests of one backup say differently. */
record ManifestDifference(Manifest said, Manifest proven) {
    private static final int SHOWN = 80;

    /** Empty where there is no difference. */
    String text() {
        return Arrays.stream(Manifest.class.getRecordComponents())
                .filter(part -> !of(said, part).equals(of(proven, part))).map(this::told)
                .collect(Collectors.joining("; "));
    }

    private String told(RecordComponent part) {
        String before = of(proven, part).toString();
        String now = of(said, part).toString();
        return part.getType() == List.class || before.length() > SHOWN || now.length() > SHOWN
                ? "its `" + part.getName() + "` are others than those that were sealed"
                : "its `" + part.getName() + "` says " + now + ", and " + before + " was sealed";
    }

    private static Object of(Manifest manifest, RecordComponent part) {
        try {
            return part.getAccessor().invoke(manifest);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
