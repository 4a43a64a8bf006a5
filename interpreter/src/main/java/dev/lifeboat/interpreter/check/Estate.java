package dev.lifeboat.interpreter.check;

import java.util.List;
import java.util.SequencedMap;

/**
 * The names of an inventory, as far as a runbook can be checked against them. Where a check is made without an
 * inventory there is none, and what only it could refuse is let pass.
 *
 * @param roles     who holds each role, first holder first
 * @param named     what functions can look up, by the function's name: {@code server}, {@code host}, {@code endpoint},
 *                  {@code store}, {@code secret}
 * @param channels  the channels that {@code via} can name
 * @param reachable the people who have a channel
 */
public record Estate(SequencedMap<String, List<String>> roles, SequencedMap<String, List<String>> named,
        List<String> channels, List<String> reachable) {

    public Estate {
        channels = List.copyOf(channels);
        reachable = List.copyOf(reachable);
    }
}
