package dev.lifeboat.interpreter.run;

import java.util.List;
import java.util.Random;

/**
 * Writes runbooks that change boxes, fail in the end, and are rolled back; one seed, one runbook. Kept steps have a
 * box of their own.
 */
final class RandomRunbook {

    static final String KEPT = "kept";
    private static final List<String> BOXES = List.of("a", "b", "c", "d", "e");
    private static final List<String> FAULTS = List.of("ok", "ok", "ok", "fails", "unknown", "lost", "slow 2s",
            "slow 70s");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int steps;

    RandomRunbook(long seed) {
        random = new Random(seed);
    }

    String write() {
        for (var box : BOXES) {
            line("#! box " + box + " = " + box + "0");
            line("#! fault " + box + ": " + faults());
        }
        line("#! box kept0 = k");
        line("runbook random \"Random\"");
        line("version \"1\"");
        line("owner @lead");
        line("on failure rollback");
        for (int phase = 0; phase < 2; phase++) {
            line("phase phase" + phase + " \"Phase\" {");
            items();
            line("}");
        }
        line("phase last \"Last\" { step last \"Last\" { fail \"Enough.\" } }");
        return text.toString();
    }

    private String faults() {
        return String.join("; ", random.ints(8, 0, FAULTS.size()).mapToObj(FAULTS::get).toList());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void items() {
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            switch (random.nextInt(6)) {
                case 0 -> sideBySide();
                case 1 -> loop();
                case 2 -> kept();
                default -> step(server(pick()));
            }
        }
    }

    private String pick() {
        return BOXES.get(random.nextInt(BOXES.size()));
    }

    private static String server(String box) {
        return "server(\"" + box + "\")";
    }

    private void step(String box) {
        int number = ++steps;
        boolean repeated = random.nextBoolean();
        line("step s" + number + " \"Step\" timeout 1m" + (repeated ? " retry 1 times 3s apart" : "") + " {");
        calls(number, box, repeated);
        line("}");
        line(switch (random.nextInt(4)) {
            case 0 -> repeated
                    ? "on failure {\nbox.put(" + box + ", \"again " + number + "\")\nretry at most 1 times\n}"
                    : "on failure { rollback }";
            case 1 -> "on failure {\nbox.put(" + box + ", \"handled " + number + "\")\ncontinue\n}";
            default -> "on failure { continue }";
        });
    }

    private void calls(int number, String box, boolean repeated) {
        for (int call = 1 + random.nextInt(3); call > 0; call--) {
            var word = repeated || random.nextBoolean() ? "put" : "add";
            line("box." + word + "(" + box + ", \"" + number + "." + call + "\")");
        }
    }

    private void kept() {
        line("step kept" + ++steps + " \"Kept\" timeout 1m { box.add(" + server("kept0") + ", \"!\") }");
        line("keep \"It stays.\"");
    }

    private void sideBySide() {
        var one = pick();
        line("parallel {");
        step(server(one));
        step(server(BOXES.get((BOXES.indexOf(one) + 1) % BOXES.size())));
        line("}");
    }

    private void loop() {
        var list = BOXES.subList(0, 1 + random.nextInt(BOXES.size())).stream().map(RandomRunbook::server).toList();
        line("for each x" + steps + " in [" + String.join(", ", list) + "]"
                + (random.nextBoolean() ? " at most 2 at once" : "") + " at least 0 {");
        step("x" + steps);
        line("}");
    }
}
