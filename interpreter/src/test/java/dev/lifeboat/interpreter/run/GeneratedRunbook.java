package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile.Library;
import dev.lifeboat.interpreter.check.Libraries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A runbook that changes boxes, fails at the latest in the end, and is rolled back. Each call has boxes of its own, one
 * for each round that it is in, whose names say to a {@link Trail} what is being done. Whatever ports can't see, such
 * as a point of no return, is followed by a look at a box. Steps that run beside others look at one before they begin
 * too.
 */
final class GeneratedRunbook {

    private static final String LIBRARY = "generated.runbook";
    private static final List<String> FAULTS = List.of("ok", "ok", "ok", "fails", "unknown", "lost", "slow 2s",
            "slow 70s");

    /** How a step says that it is taken back. */
    enum Way {
        INVERSES, KEPT, UNDO, IRREVERSIBLE
    }

    /**
     * @param owner  the {@code perform} whose procedure it is in; 0 for none
     * @param beside whether others may run at the same time
     * @param loops  how many loops are around it
     */
    record Plan(int number, int owner, Way way, boolean beside, int loops) {}

    /**
     * Where something is written.
     *
     * @param name   tells rounds apart in the names of boxes: {@code ${x1}}
     * @param rounds all that this comes to
     */
    private record Place(int owner, boolean beside, int depth, int loops, String name, List<String> rounds) {

        Place besideOthers(boolean others) {
            return new Place(owner, beside || others, depth, loops, name, rounds);
        }

        Place inRounds(int loop, List<String> values) {
            return new Place(owner, beside, depth + 1, loops + 1, name + "${x" + loop + "}",
                    rounds.stream().flatMap(round -> values.stream().map(value -> round + value)).toList());
        }

        Place inProcedure(int performer) {
            return new Place(performer, beside, depth + 1, loops, "${at}", rounds);
        }
    }

    private final Choices choices;
    private final StringBuilder world = new StringBuilder("#! insists\n");
    private final StringBuilder procedures = new StringBuilder("library generated\n");
    private final Map<Integer, Plan> plans = new LinkedHashMap<>();
    private final List<Integer> onTop = new ArrayList<>();
    private final boolean stops;
    private final String phases;
    private StringBuilder text = new StringBuilder();
    private int numbers;

    GeneratedRunbook(String letters) {
        choices = new Choices(letters);
        stops = choices.oneIn(3);
        var top = new Place(0, false, 0, 0, "", List.of(""));
        for (var phase : List.of("one", "two")) {
            line("phase " + phase + " \"Phase\" {");
            items(1 + choices.below(4), top);
            line("}");
        }
        phases = text.toString();
    }

    String text() {
        return world + (stops ? "#! stops\n" : "") + """
                runbook generated "Generated"
                    version "1"
                    owner @lead
                    on failure rollback
                use "generated.runbook"
                """ + phases + "phase last \"Last\" { step last \"Last\" { fail \"Enough.\" } }\n";
    }

    String library() {
        return procedures.toString();
    }

    Libraries libraries() {
        var source = Source.of(LIBRARY, library());
        var library = (Library) RunbookSyntax.parse(source).tree().orElseThrow(() -> new AssertionError(procedures));
        var libraries = new LinkedHashMap<String, Library>();
        libraries.put(LIBRARY, library);
        return new Libraries(libraries, List.of());
    }

    /** Whether whoever is asked about something irreversible stops the rollback. */
    boolean stops() {
        return stops;
    }

    Plan plan(int step) {
        return plans.get(step);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void items(int count, Place place) {
        for (int left = count; left > 0; left--) {
            switch (place.depth() < 2 ? choices.below(7) : 0) {
                case 6 -> parallel(place);
                case 5 -> loop(place);
                case 4, 3 -> perform(place);
                default -> step(place, false);
            }
        }
    }

    private void parallel(Place place) {
        line("parallel {");
        step(place.besideOthers(true), false);
        if (choices.oneIn(2)) {
            perform(place.besideOthers(true));
        }
        step(place.besideOthers(true), false);
        line("}");
    }

    private void loop(Place place) {
        int number = ++numbers;
        var values = List.of("p", "q", "r").subList(0, 1 + choices.below(3));
        boolean together = choices.oneIn(2);
        line("for each x" + number + " in words(\"" + String.join(" ", values) + "\")"
                + (together ? " at most 2 at once" : "") + (choices.oneIn(4) ? "" : " at least 0") + " {");
        items(1 + choices.below(2), place.besideOthers(together).inRounds(number, values));
        line("}");
    }

    /** The first step of a procedure is always carried out, so that ports see that it was begun. */
    private void perform(Place place) {
        int number = ++numbers;
        var way = way();
        var around = text;
        text = new StringBuilder();
        line("procedure p" + number + "(at: text) \"Procedure\" {");
        var inside = place.inProcedure(number);
        step(inside, true);
        items(choices.below(3), inside);
        line("}");
        procedures.append(text);
        text = around;
        line("perform p" + number + "(at: \"" + place.name() + "\") as s" + number + when(number, place, false));
        handlers(number, way, place, false);
        plan(new Plan(number, place.owner(), way, place.beside(), place.loops()));
    }

    private void step(Place place, boolean first) {
        int number = ++numbers;
        boolean repeated = choices.oneIn(3);
        line("step s" + number + " \"Step\"" + when(number, place, first) + " timeout 1m"
                + (repeated ? " retry 1 times 3s apart" : "") + " {");
        look("b", number, place);
        for (int left = choices.below(4), call = 1; left > 0; left--, call++) {
            bodyLine(number, call, place);
        }
        line("}");
        var way = way();
        handlers(number, way, place, repeated);
        plan(new Plan(number, place.owner(), way, place.beside(), place.loops()));
    }

    private void plan(Plan plan) {
        plans.put(plan.number(), plan);
        if (plan.owner() == 0 && !plan.beside()) {
            onTop.add(plan.number());
        }
    }

    private void bodyLine(int number, int call, Place place) {
        switch (choices.below(9)) {
            case 8 -> {
                line("point of no return \"It is known.\"");
                look("p", number, place);
            }
            case 7 -> {
                var box = box("f", number, place, round -> choices.oneIn(2) ? "bad" : "good");
                line("require box.holds(" + box + ", \"good\")");
            }
            default -> mark("m" + call + "of", number, place);
        }
    }

    private void mark(String kind, int number, Place place) {
        line("box.mark(" + box(kind, number, place, round -> "clean") + ")");
        place.rounds().forEach(round -> world.append("#! fault ").append(kind).append(number).append('-').append(round)
                .append(": ").append(faults()).append('\n'));
    }

    private String faults() {
        return String.join("; ", Stream.generate(() -> choices.of(FAULTS)).limit(4).toList());
    }

    private void look(String kind, int number, Place place) {
        line("require box.opens(" + box(kind, number, place, round -> "it") + ")");
    }

    private String box(String kind, int number, Place place, UnaryOperator<String> content) {
        place.rounds().forEach(round -> world.append("#! box ").append(kind).append(number).append('-').append(round)
                .append(" = ").append(content.apply(round)).append('\n'));
        return "server(\"" + kind + number + "-" + place.name() + "\")";
    }

    private String when(int number, Place place, boolean always) {
        if (!place.beside() && !choices.oneIn(3)) {
            return "";
        }
        var box = box("w", number, place, round -> !always && choices.oneIn(3) ? "no" : "yes");
        return " when box.holds(" + box + ", \"yes\")";
    }

    private Way way() {
        return switch (choices.below(10)) {
            case 7 -> Way.KEPT;
            case 8 -> Way.UNDO;
            case 9 -> Way.IRREVERSIBLE;
            default -> Way.INVERSES;
        };
    }

    private void handlers(int number, Way way, Place place, boolean repeated) {
        switch (way) {
            case KEPT -> line("keep \"It stays.\"");
            case UNDO -> {
                line("undo {");
                mark("u", number, place);
                line("}");
            }
            case IRREVERSIBLE -> line("irreversible \"It is burnt.\"");
            case INVERSES -> {
            }
        }
        if (choices.below(5) < 4) {
            onFailure(number, place, repeated);
        }
    }

    private void onFailure(int number, Place place, boolean repeated) {
        line("on failure {");
        if (choices.oneIn(3)) {
            mark("h", number, place);
        }
        policy(number, place, repeated);
        line("}");
    }

    private void policy(int number, Place place, boolean repeated) {
        int policy = choices.below(8);
        if (policy == 7 && repeated) {
            line("retry at most 1 times");
        } else if (policy == 6 && place.owner() == 0 && place.depth() == 0 && !place.beside() && !onTop.isEmpty()) {
            int target = choices.of(onTop);
            look("r" + target + "by", number, place);
            line("rollback to before s" + target);
        } else {
            line(policy == 5 ? "rollback" : "continue");
        }
    }
}
