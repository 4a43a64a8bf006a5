package dev.lifeboat.simulator.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that a secret of the inventory holds, by their names. What changes them is to be called inside {@link Model#change}. */
public final class Keys {
    private final String secret;
    private final Map<String, Long> material = new LinkedHashMap<>();
    private int made;

    Keys(String secret) {
        this.secret = secret;
        rotate();
    }

    public String secret() {
        return secret;
    }

    /** The one that seals now. */
    public String current() {
        return "model-" + made;
    }

    /** What is known of a key; empty where it was lost. */
    public Optional<Long> find(String key) {
        return Optional.ofNullable(material.get(key));
    }

    /** A new one seals from now on, the old ones still open what they sealed. */
    public void rotate() {
        made++;
        material.put(current(), Hash.of(secret + "/" + made));
    }

    /** All that there are are gone, and there is a new one. */
    public void lose() {
        material.clear();
        rotate();
    }

    /** What stands under their names is something else. */
    public void change() {
        material.replaceAll((key, old) -> Hash.mix(old + 1));
    }
}
