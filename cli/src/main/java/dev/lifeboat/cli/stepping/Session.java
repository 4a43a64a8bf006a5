package dev.lifeboat.cli.stepping;

import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.Direction.Move;
import dev.lifeboat.interpreter.world.People.Choice;
import dev.lifeboat.interpreter.world.People.PauseAnswer;
import dev.lifeboat.interpreter.world.People.PauseRequest;
import dev.lifeboat.interpreter.world.Standpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person at a prompt, from their first word to their last.
 *
 * @param names what can be named in calls: builtins and servers
 * @param person who they are, as the inventory names people
 * @param arriving whether they have to be told how the run stands
 */
public record Session(Prompt prompt, StepList steps, List<String> names, String person, Pace pace, boolean arriving) {

    /** What came of a line: the prompt is asked again, or somebody wants something, or is gone. */
    private sealed interface Said {
        record Nothing() implements Said {}

        record Wanted(Direction direction) implements Said {}

        record Chosen(PauseAnswer answer) implements Said {}

        record Gone() implements Said {}
    }

    private static final Said NOTHING = new Said.Nothing();

    /** What somebody wants, or has chosen at a pause. */
    public record Wish(Direction direction, Optional<PauseAnswer> answer) {}

    /** Empty where the person has left. */
    public Optional<Wish> wish(Standpoint here) {
        here.said().lines().forEach(prompt::say);
        if (here.said().isEmpty() && here.pause().isEmpty()) {
            prompt.say("Next: " + here.step() + "  " + here.title());
        }
        return talk(Optional.of(here), here.pause());
    }

    /** Where nothing but a choice is possible. */
    public Optional<PauseAnswer> choice(PauseRequest request) {
        return talk(Optional.empty(), Optional.of(request)).flatMap(Wish::answer);
    }

    private Optional<Wish> talk(Optional<Standpoint> here, Optional<PauseRequest> pause) {
        Looks looks = new Looks(prompt, steps, here, pause);
        if (arriving && here.map(Standpoint::said).filter(said -> !said.isEmpty()).isEmpty()) {
            looks.status();
        }
        while (true) {
            Optional<String> line = prompt.line(question(here, pause), words(looks));
            switch (line.map(typed -> said(typed, looks)).orElseGet(Said.Gone::new)) {
                case Said.Nothing nothing -> {
                }
                case Said.Wanted wanted -> {
                    return Optional.of(new Wish(wanted.direction(), Optional.empty()));
                }
                case Said.Chosen chosen -> {
                    return Optional.of(new Wish(Direction.GO, Optional.of(chosen.answer())));
                }
                case Said.Gone gone -> {
                    return Optional.empty();
                }
            }
        }
    }

    private static String question(Optional<Standpoint> here, Optional<PauseRequest> pause) {
        return pause.map(request -> request.step() + " FAILED>").orElseGet(() -> here.orElseThrow().step() + ">");
    }

    private List<String> words(Looks looks) {
        List<String> words = new ArrayList<>(Word.fitting(looks.choices()).stream().map(Word::text).toList());
        words.addAll(steps.names());
        words.addAll(names);
        return words;
    }

    private Said said(String line, Looks looks) {
        String first = line.split("\\s", 2)[0];
        String rest = line.substring(first.length()).strip();
        if (first.isEmpty()) {
            return NOTHING;
        }
        Optional<Word> word = Word.of(first);
        if (word.isEmpty()) {
            return unknown(first, looks);
        }
        if (!word.get().fits(looks.choices())) {
            prompt.say("`" + word.get().text() + "` is not for here. `help` shows what is.");
            return NOTHING;
        }
        return word.get().choice().flatMap(choice -> looks.pause().map(pause -> chosen(choice, rest)))
                .orElseGet(() -> said(word.get(), rest, looks));
    }

    private Said unknown(String typed, Looks looks) {
        List<String> words = Word.fitting(looks.choices()).stream().map(Word::text).toList();
        prompt.say("There is no `" + typed + "` here. "
                + Nearest.hint(typed, words).map(Hint::text).orElse("`help` shows what there is."));
        return NOTHING;
    }

    private Said said(Word word, String rest, Looks looks) {
        return switch (word) {
            case NEXT -> wanted(Move.GO, "");
            case CONTINUE -> {
                pace.goOn();
                yield wanted(Move.GO, "");
            }
            case UNTIL -> until(rest);
            case SKIP -> reason(rest).map(why -> wanted(Move.SKIP, why)).orElseGet(Said.Gone::new);
            case UNDO -> wanted(Move.UNDO, "");
            case ROLLBACK -> wanted(Move.ROLL_BACK, "");
            case CALL -> call(rest, looks);
            case NOTE -> rest.isEmpty()
                    ? look(() -> prompt.say("Write what is to be noted: `note TEXT`."))
                    : wanted(Move.NOTE, rest);
            case PRINT -> look(() -> looks.print(rest));
            case NEXT_LOOK -> look(looks::next);
            case UNDO_LOOK -> look(looks::undo);
            case STATUS -> look(looks::status);
            case LIST -> look(looks::list);
            case BRIEF -> look(looks::brief);
            case HELP -> look(looks::help);
            case QUIT -> new Said.Gone();
            case RETRY, DONE, STOP -> throw new IllegalStateException("Only chosen at a pause: " + word);
        };
    }

    private static Said look(Runnable looking) {
        looking.run();
        return NOTHING;
    }

    private Said wanted(Move move, String text) {
        return new Said.Wanted(new Direction(move, person, text));
    }

    private Said chosen(Choice choice, String rest) {
        if (choice != Choice.SKIP && choice != Choice.DONE_BY_HAND) {
            return new Said.Chosen(new PauseAnswer(choice, person, ""));
        }
        return reason(rest).<Said>map(why -> new Said.Chosen(new PauseAnswer(choice, person, why)))
                .orElseGet(Said.Gone::new);
    }

    /** Asked for until there is one; empty where the person has left. */
    private Optional<String> reason(String given) {
        Optional<String> reason = Optional.of(given.replaceAll("^\"|\"$", "").strip());
        while (reason.filter(String::isEmpty).isPresent()) {
            reason = prompt.line("Why?");
        }
        return reason;
    }

    private Said until(String step) {
        if (!steps.names().contains(step)) {
            prompt.say("There is no step `" + step + "`. "
                    + Nearest.hint(step, steps.names()).map(Hint::text).orElse("`list` shows them."));
            return NOTHING;
        }
        pace.goOnUntil(step);
        return wanted(Move.GO, "");
    }

    private Said call(String call, Looks looks) {
        if (looks.here().isEmpty()) {
            prompt.say("No calls can be made here.");
            return NOTHING;
        }
        try {
            return !looks.here().get().alters(call) || confirmed(call) ? wanted(Move.CALL, call) : NOTHING;
        } catch (Failure failure) {
            looks.failed(failure);
            return NOTHING;
        }
    }

    private boolean confirmed(String call) {
        boolean yes = prompt.line("`" + call + "` changes something. Type yes to make it:").filter("yes"::equals)
                .isPresent();
        if (!yes) {
            prompt.say("It was not made.");
        }
        return yes;
    }
}
