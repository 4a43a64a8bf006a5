package dev.lifeboat.cli.seal;

import dev.lifeboat.builtins.inventory.Inventory.Person;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.builtins.keys.VerifyingKey;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.ScenarioFile;
import dev.lifeboat.cli.seal.Seal.Line;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.interpreter.value.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes seals of a runbook, and tells whether one is right: whoever holds the role of its {@code owner} may seal it, as the inventory has it now. */
public record Sealing(RunbookFile runbook, InventoryFile inventory) {

    /** Why this person may not seal it, a full sentence; empty where they may. */
    public Optional<String> objection(String person) {
        List<String> holders = inventory.inventory().roles().getOrDefault(owner(), List.of());
        if (!holders.contains(person)) {
            return Optional.of("`" + person + "` does not hold the role of its owner, @" + owner() + ".");
        }
        return key(person).isPresent()
                ? Optional.empty()
                : Optional.of("The inventory has no key of `" + person + "`.");
    }

    public String owner() {
        return runbook.needProgram().tree().header().owner().map(role -> role.name()).orElse("");
    }

    public Optional<VerifyingKey> key(String person) {
        return Optional.ofNullable(inventory.inventory().people().get(person)).flatMap(Person::key);
    }

    public Seal seal(String by, SigningKey key, Instant at, List<Rehearsal> rehearsals) {
        var tree = runbook.needProgram().tree();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("runbook", tree.name().text()
                + tree.header().version().map(version -> ", version " + version.value()).orElse("")));
        lines.add(new Line("owner", "@" + owner()));
        lines.add(new Line(Seal.BY, by));
        lines.add(new Line(Seal.AT, at.toString()));
        Sealed.files(runbook).forEach(file -> lines.add(new Line(Seal.FILE, file)));
        Sealed.identities(inventory.inventory()).forEach(one -> lines.add(new Line(Seal.INVENTORY, one)));
        rehearsals.forEach(rehearsal -> lines.add(new Line(Seal.SCENARIO, rehearsal.line())));
        return Seal.signed(lines, key);
    }

    /** Why a seal is none for what is there now, full sentences; empty where it is one. */
    public List<String> wrong(Seal seal) {
        String by = seal.value(Seal.BY);
        Optional<String> objection = objection(by);
        if (objection.isPresent()) {
            return List.of(objection.get());
        }
        if (!seal.isSignedBy(key(by).orElseThrow())) {
            return List.of("It was altered, or not signed by `" + by + "`.");
        }
        return Stream.concat(files(seal), identities(seal)).toList();
    }

    private Stream<String> files(Seal seal) {
        return differences(seal.values(Seal.FILE), Sealed.files(runbook)).map(line -> line.replaceFirst(" \\S+$", ""))
                .distinct().map(file -> "`" + file + "` was changed since.");
    }

    private Stream<String> identities(Seal seal) {
        List<String> before = seal.values(Seal.INVENTORY);
        return differences(before, Sealed.identities(inventory.inventory()))
                .map(line -> before.contains(line)
                        ? "The inventory had `" + line + "`, and has not any more."
                        : "The inventory has `" + line + "` now.");
    }

    private static Stream<String> differences(List<String> before, List<String> now) {
        return Stream.concat(before.stream().filter(line -> !now.contains(line)),
                now.stream().filter(line -> !before.contains(line)));
    }

    /** Why its owner has to look at it again, though nothing of it was changed. */
    public List<String> outdated(Seal seal, Instant now) {
        return Stream.concat(review(seal, now).stream(), scenarios(seal)).toList();
    }

    private Optional<String> review(Seal seal, Instant now) {
        return runbook.needProgram().tree().header().review().map(DurationLiteral::value)
                .filter(every -> sealedAt(seal).plus(every).isBefore(now))
                .map(every -> "It has to be reviewed every " + Texts.duration(every) + ", and was sealed at "
                        + seal.value(Seal.AT) + ".");
    }

    private static Instant sealedAt(Seal seal) {
        try {
            return Instant.parse(seal.value(Seal.AT));
        } catch (DateTimeException none) {
            return Instant.EPOCH;
        }
    }

    private Stream<String> scenarios(Seal seal) {
        List<String> passed = seal.values(Seal.SCENARIO).stream().map(line -> line.replaceFirst(",.*$", "")).toList();
        return ScenarioFile.all(runbook, inventory.inventory()).stream()
                .filter(story -> !passed.contains(Rehearsal.name(story)))
                .map(story -> "Scenario `" + story.name() + "` is new or was changed since.");
    }
}
