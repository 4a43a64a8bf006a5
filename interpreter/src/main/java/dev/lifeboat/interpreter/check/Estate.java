package dev.lifeboat.interpreter.check;

import java.util.List;
import java.util.SequencedMap;

/**
 * The names of an inventory, as far as a runbook can be checked against them. Where a check is made without an inventory there is none, and what only it
 * could refuse is let pass.
 *
 * @param roles    who holds each role, first holder first
 * @param named    what the functions of that name can look up: {@code server}, {@code host}, {@code endpoint}, {@code store}, {@code secret} to names
 * @param channels the channels that {@code via} can name
 * @param selfApproval whether the operator may approve
 */
public record Estate(SequencedMap<String, List<String>> roles, SequencedMap<String, List<String>> named,
        List<String> channels, boolean selfApproval) {

    public Estate {
        channels = List.copyOf(channels);
    }
}
