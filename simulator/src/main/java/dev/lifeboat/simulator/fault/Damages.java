package dev.lifeboat.simulator.fault;

import dev.lifeboat.simulator.model.Depot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Damages what lies in a store. */
record Damages(Depot depot, Instant now) {
    private static final Pattern NUMBER = Pattern.compile("(\"(?:rows|to)\"\\s*:\\s*)(\\d+)");

    void happen(Damage damage) {
        List<String> contents = contents(damage.of());
        if (!contents.isEmpty()) {
            chosen(contents, damage.which()).forEach(content -> happen(damage.how(), content, contents));
        }
    }

    /** The contents of that kind, the oldest first. */
    private List<String> contents(Damage.Kind of) {
        String end = of == Damage.Kind.FULL ? "/dump" : "/log";
        return depot.objects().entrySet().stream().filter(object -> object.getKey().endsWith(end))
                .sorted(java.util.Comparator.comparing(object -> object.getValue().written()))
                .map(java.util.Map.Entry::getKey).toList();
    }

    private static List<String> chosen(List<String> contents, Damage.Which which) {
        return switch (which) {
            case OLDEST -> List.of(contents.getFirst());
            case MIDDLE -> List.of(contents.get(contents.size() / 2));
            case NEWEST -> List.of(contents.getLast());
            case ALL -> contents;
        };
    }

    private void happen(Damage.How how, String content, List<String> all) {
        byte[] bytes = depot.find(content).orElseThrow().content().clone();
        switch (how) {
            case FLIP_BIT -> {
                bytes[bytes.length / 2] ^= 1;
                put(content, bytes);
            }
            case TRUNCATE -> put(content, Arrays.copyOf(bytes, bytes.length / 2));
            case REMOVE -> depot.remove(content);
            case FORGET -> beside(content).forEach(depot::remove);
            case SWAP -> swap(content, all.get((all.indexOf(content) + 1) % all.size()), bytes);
            case LIE -> beside(content).stream().filter(object -> object.endsWith(".json")).forEach(this::lie);
        }
    }

    /** It is as old as it was, so that the order stays. */
    private void put(String object, byte[] bytes) {
        depot.put(object, bytes, depot.find(object).map(Depot.Kept::written).orElse(now));
    }

    /** It, and what describes it. */
    private List<String> beside(String content) {
        String folder = content.substring(0, content.lastIndexOf('/') + 1);
        return depot.objects().keySet().stream().filter(object -> object.startsWith(folder)).toList();
    }

    private void swap(String one, String other, byte[] bytes) {
        put(one, depot.find(other).orElseThrow().content());
        put(other, bytes);
    }

    private void lie(String description) {
        String text = new String(depot.find(description).orElseThrow().content(), StandardCharsets.UTF_8);
        put(description, NUMBER.matcher(text)
                .replaceFirst(number -> number.group(1) + (Long.parseLong(number.group(2)) + 1))
                .getBytes(StandardCharsets.UTF_8));
    }
}
