package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.Standpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers as a {@link Script} says. */
record ScriptedPeople(Script script, Clock clock) implements People {

    @Override
    public Approval approve(ApprovalRequest request, List<String> saidYes) {
        var said = script.said("approve " + request.step());
        clock.sleep(said.after());
        return new Approval(said.what().equals("yes"), said.by(), "simulated", said.why());
    }

    @Override
    public PauseAnswer choose(PauseRequest request) {
        if (script.has("insists")) {
            return new PauseAnswer(insisting(request.choices()), "ada", "");
        }
        var said = script.said("pause " + request.step());
        clock.sleep(said.after());
        return new PauseAnswer(Choice.valueOf(said.what()), said.by(), said.why());
    }

    private Choice insisting(List<Choice> choices) {
        return Stream.of(Choice.RETRY, Choice.SKIP).filter(choices::contains).filter(choice -> choice == Choice.RETRY
                || !script.has("stops")).findFirst().orElse(Choice.STOP);
    }

    @Override
    public Direction direct(Standpoint here) {
        return script.direction((here.pause().isPresent() ? "paused " : "") + here.step())
                .map(wanted -> new Direction(Direction.Move.valueOf(wanted.split(" ")[0]), "ada",
                        wanted.replaceFirst("\\w+ ?", "")))
                .orElse(Direction.GO);
    }

    @Override
    public Answer ask(Question question) {
        var written = script.answer("ask " + question.step() + "." + question.name());
        if (written.startsWith("slow ")) {
            clock.sleep(Script.duration(written.split(" ")[1]));
            written = written.split(" ", 3)[2];
        }
        return new Answer(value(written), "ada");
    }

    /** {@code server a}, {@code int 3}; several make a list: {@code server a, server b}. */
    static Value value(String written) {
        if (written.contains(", ")) {
            return new Value.Listing(Stream.of(written.split(", ")).map(ScriptedPeople::value).toList());
        }
        var parts = written.split(" ", 2);
        return switch (parts[0]) {
            case "bool" -> Value.of(Boolean.parseBoolean(parts[1]));
            case "int" -> new Value.Int(Long.parseLong(parts[1]));
            case "decimal" -> new Value.Decimal(new BigDecimal(parts[1]));
            case "duration" -> new Value.Span(Script.duration(parts[1]));
            case "text" -> new Value.Text(parts[1]);
            case "server" -> new Value.Handle("server", parts[1]);
            case "state" -> new Value.Word("state", parts[1]);
            case "none" -> Value.NONE;
            default -> throw new AssertionError("Not an answer: " + written);
        };
    }

    @Override
    public List<Delivery> tell(Message message) {
        message.to().stream().filter(to -> script.has("hangs " + to.person())).findFirst()
                .ifPresent(to -> clock.sleep(Duration.ofHours(1)));
        return message.to().stream().map(to -> new Delivery(to.role(), to.person(), "slack", true, "")).toList();
    }

    /** {@code holders team = ada, bob}; a role that the script says nothing of is held by somebody called the same. */
    @Override
    public List<String> holders(String role) {
        return Stream.of(script.assignments("holders").getOrDefault(role, role).split(", "))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** {@code turns 5m 2}; without it nobody but the first holder is told. */
    @Override
    public Turns turns() {
        return script.value("turns").map(turns -> turns.split(" "))
                .map(turns -> new Turns(Script.duration(turns[0]), Integer.parseInt(turns[1])))
                .orElse(new Turns(Clock.NO_LIMIT, 1));
    }

    /** {@code ack ada = 3m}: how long somebody who was told takes. */
    @Override
    public Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        var said = script.assignments("ack");
        for (var told : callOut.told()) {
            var after = Optional.ofNullable(said.get(told.person())).map(Script::duration).orElse(Clock.NO_LIMIT);
            if (after.compareTo(within) < 0) {
                clock.sleep(after);
                return Optional.of(new Acknowledgement(told.role(), told.person(), "simulated"));
            }
        }
        clock.sleep(within);
        return Optional.empty();
    }

    @Override
    public boolean canAnswer(List<String> roles) {
        return roles.stream().anyMatch(role -> !script.has("absent " + role));
    }

    @Override
    public boolean attended() {
        return !script.has("alone");
    }
}
