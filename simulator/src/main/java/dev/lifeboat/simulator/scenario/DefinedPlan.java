package dev.lifeboat.simulator.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What is defined on a server otherwise than on the others.
 *
 * @param lacksAccounts  users that it does not have
 * @param disabledEvents events that are disabled there
 * @param variables      values of system variables
 */
public record DefinedPlan(List<String> lacksAccounts, List<String> disabledEvents,
        SequencedMap<String, String> variables) {

    /** As on the others. */
    public static final DefinedPlan USUAL = new DefinedPlan(List.of(), List.of(), new LinkedHashMap<>());
}
