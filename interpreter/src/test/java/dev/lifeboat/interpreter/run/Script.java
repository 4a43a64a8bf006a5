package dev.lifeboat.interpreter.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a test's runbook says about its world, in comments that begin with {@code #!}: {@code box a = x}, {@code fault
 * a: unknown; ok},
 * {@code approve STEP: yes by ada after 3m}, {@code pause STEP: SKIP because late}, {@code ask STEP.NAME: server a},
 * and settings such as {@code drill}.
 */
final class Script {

    private static final Pattern AFTER = Pattern.compile("(.*?) after (\\w+)$");
    private static final Pattern SAID = Pattern.compile("(\\S+)(?: by (\\w+))?(?: because (.*))?");

    private final List<String> lines;
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private String pausedAt = "";

    /** An answer, and how long it takes to come. */
    record Said(String what, String by, String why, Duration after) {}

    Script(String runbook) {
        lines = runbook.lines().map(String::strip).filter(line -> line.startsWith("#! "))
                .map(line -> line.substring(3).strip()).toList();
        for (var line : lines) {
            if (line.matches("(approve|pause|ask|fault|direct) .*: .*")) {
                int colon = line.indexOf(": ");
                answers.put(line.substring(0, colon), new ArrayDeque<>(List.of(line.substring(colon + 2).split("; "))));
            }
        }
    }

    boolean has(String setting) {
        return lines.contains(setting);
    }

    /** What stands behind a word: {@code since 10m}. */
    Optional<String> value(String word) {
        return lines.stream().filter(line -> line.startsWith(word + " ")).findFirst()
                .map(line -> line.substring(word.length() + 1));
    }

    /** The lines {@code WORD NAME = VALUE}. */
    Map<String, String> assignments(String word) {
        var found = new HashMap<String, String>();
        lines.stream().filter(line -> line.startsWith(word + " ") && line.contains(" =")).forEach(line -> {
            int sign = line.indexOf(" =");
            found.put(line.substring(word.length() + 1, sign), line.substring(sign + 2).strip());
        });
        return found;
    }

    void faultsInto(Boxes boxes) {
        answers.forEach((what, next) -> {
            if (what.startsWith("fault ")) {
                boxes.faults(what.substring("fault ".length()), new ArrayList<>(next));
            }
        });
    }

    /** The next answer to a question, such as {@code approve promote}. */
    Said said(String question) {
        var next = answers.getOrDefault(question, new ArrayDeque<>()).poll();
        if (next == null) {
            throw new AssertionError("Nobody answers `" + question + "`.");
        }
        var after = AFTER.matcher(next);
        var duration = after.matches() ? duration(after.group(2)) : Duration.ZERO;
        var said = SAID.matcher(after.matches() ? after.group(1) : next);
        if (!said.matches()) {
            throw new AssertionError("Not an answer: " + next);
        }
        return new Said(said.group(1), said.group(2) == null ? "ada" : said.group(2),
                said.group(3) == null ? "" : said.group(3), duration);
    }

    /** What somebody wants before a step or at its pause, such as {@code CALL box.read(server("a"))}. */
    Optional<String> direction(String where) {
        return Optional.ofNullable(answers.getOrDefault("direct " + where, new ArrayDeque<>()).poll());
    }

    /** The next answer to an {@code ask}, as it is written. */
    String answer(String question) {
        var next = answers.getOrDefault(question, new ArrayDeque<>()).poll();
        if (next == null) {
            throw new AssertionError("Nobody answers `" + question + "`.");
        }
        return next;
    }

    /** An answer that has been given already. */
    void drop(Event event) {
        switch (event) {
            case Event.ApprovalAnswered answered -> answers.get("approve " + answered.step()).poll();
            case Event.PauseAnswered answered when !has("insists") -> answers.get("pause " + answered.step()).poll();
            case Event.Answered answered -> answers.get("ask " + answered.step() + "." + answered.name()).poll();
            case Event.Paused paused -> pausedAt = paused.request().step();
            case Event.Directed directed ->
                answers.get("direct " + (pausedAt.equals(directed.step()) ? "paused " : "") + directed.step()).poll();
            default -> {
            }
        }
    }

    static Duration duration(String text) {
        return text.endsWith("d") ? Duration.parse("P" + text) : Duration.parse("PT" + text);
    }
}
