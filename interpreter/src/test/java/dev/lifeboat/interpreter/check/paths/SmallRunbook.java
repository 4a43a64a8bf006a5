package dev.lifeboat.interpreter.check.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A small runbook that is made up: its text, and a model of it that knows nothing of the checker. */
final class SmallRunbook {

    static final List<String> WORDS = List.of("mysql.fence", "mysql.promote", "mysql.wipe");

    sealed interface Part {}

    record Step(String name, Optional<String> when, List<Line> body, boolean goesOn) implements Part {}

    record Loop(List<Step> steps, boolean once) implements Part {}

    record Both(List<Step> branches) implements Part {}

    sealed interface Line {}

    /** @param number the line of the text that it stands on */
    record Do(String word, int number) implements Line {}

    record Choice(String condition, List<Line> then, List<Line> otherwise) implements Line {}

    record Leave(String how) implements Line {}

    private final Random random;
    private final List<String> text = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();
    private int steps;

    final List<Part> parts = new ArrayList<>();

    SmallRunbook(long seed) {
        random = new Random(seed);
        text.add("runbook small \"Small\" version \"1.0\" owner @lead");
        text.add("param first: bool = true");
        text.add("param second: bool = true");
        text.add("phase only \"Only\" {");
        for (var i = 0; i < 4; i++) {
            parts.add(part());
        }
        text.add("}");
    }

    String text() {
        return String.join("\n", text) + "\n";
    }

    private Part part() {
        return switch (random.nextInt(6)) {
            case 0 -> {
                var once = random.nextBoolean();
                text.add("for each r in cluster.replicas at least " + (once ? 1 : 0) + " {");
                yield new Loop(closed(List.of(step(), step())), once);
            }
            case 1 -> {
                text.add("parallel {");
                yield new Both(closed(List.of(step(), step())));
            }
            default -> {
                var step = step();
                behind.add(step.name());
                yield step;
            }
        };
    }

    private List<Step> closed(List<Step> inside) {
        text.add("}");
        return inside;
    }

    private Step step() {
        var name = "s" + steps++;
        var when = random.nextInt(3) == 0 ? Optional.of(condition()) : Optional.<String>empty();
        text.add("step " + name + " \"Step\"" + when.map(condition -> " when " + condition).orElse("") + " {");
        var body = lines(2);
        text.add("}");
        var goesOn = random.nextInt(3) == 0;
        if (goesOn) {
            text.add("on failure { continue }");
        }
        return new Step(name, when, body, goesOn);
    }

    private List<Line> lines(int depth) {
        var lines = new ArrayList<Line>();
        for (var left = 1 + random.nextInt(2); left > 0; left--) {
            lines.add(line(depth));
        }
        return lines;
    }

    private Line line(int depth) {
        var kind = random.nextInt(8);
        if (kind == 0) {
            var how = List.of("skip", "fail", "finish").get(random.nextInt(3));
            text.add(how + " \"So it is.\"");
            return new Leave(how);
        }
        if (kind < 3 && depth > 0) {
            var condition = condition();
            text.add("if " + condition + " {");
            var then = lines(depth - 1);
            text.add("} else {");
            var otherwise = lines(depth - 1);
            text.add("}");
            return new Choice(condition, then, otherwise);
        }
        var word = WORDS.get(random.nextInt(WORDS.size()));
        text.add((word.equals("mysql.fence") ? "let x" + text.size() + " = " : "") + word + "(cluster.primary)");
        return new Do(word, text.size());
    }

    private String condition() {
        var negated = random.nextBoolean() ? "not " : "";
        return negated + switch (random.nextInt(behind.isEmpty() ? 3 : 5)) {
            case 0 -> "first";
            case 1 -> "second";
            case 2 -> "mysql.ping(cluster.primary)";
            case 3 -> behind.get(random.nextInt(behind.size())) + ".skipped";
            default -> behind.get(random.nextInt(behind.size())) + ".succeeded";
        };
    }
}
