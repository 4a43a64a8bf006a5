package dev.lifeboat.cli;

import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * The runbook with which a run goes on.
 *
 * @param files   it and its libraries where they were edited since; empty where not
 * @param changes what was edited, for people
 * @param unsealed why it has no seal of its owner where it needs one
 */
record Edition(CheckedRunbook program, SequencedMap<String, String> files, List<String> changes,
        Optional<String> unsealed) {

    static Edition asItWas(CheckedRunbook program) {
        return new Edition(program, new LinkedHashMap<>(), List.of(), Optional.empty());
    }

    static Edition edited(RunbookFile file, List<String> changes, Optional<String> unsealed) {
        Stream<String> without = unsealed.map(why -> "without its owner's seal: " + why).stream();
        return new Edition(file.needProgram(), file.files(), Stream.concat(changes.stream(), without).toList(),
                unsealed);
    }

    /** For the owner, who has to hear of it. */
    Optional<Announcement> announcement(String run) {
        return unsealed.map(why -> new Announcement(
                program.tree().header().owner().map(role -> role.name()).orElse(""),
                "Amended without a seal: run `" + run + "`",
                "Run `" + run + "` goes on with a runbook that was edited, without its owner's seal. " + why));
    }
}
