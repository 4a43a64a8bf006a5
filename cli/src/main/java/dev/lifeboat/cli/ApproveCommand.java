package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.approvals.Asked;
import dev.lifeboat.cli.approvals.Published;
import dev.lifeboat.cli.approvals.SignedAnswer;
import dev.lifeboat.cli.console.ApprovalLines;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Sender;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat approve`: somebody who may says yes or no to what a run asks, from another terminal, and signs it. */
final class ApproveCommand implements Command {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Arguments arguments = Arguments.of(this, "approve",
            "Shows what a run asks approval for, and signs your yes or no.", "",
            "Ends with 0: the answer counts; 1: it does not; 64: usage; 69: the run does not take it.");

    private final Argument<String> run = arguments.word("RUN",
            "The run's name, as far as it is unique, or its journal. Of somebody else's run, all of it.");

    private final Argument<String> as = arguments.required("--as", "NAME", String.class,
            "Who you are, as the inventory names people.");

    private final Argument<Boolean> yes = arguments.flag("--yes", "Say yes to what is shown, without being asked.");

    private final Argument<String> no = arguments.option("--no", "WHY", String.class,
            "Say no, and why: the step fails.");

    private final Argument<String> step = arguments.option("--step", "STEP", String.class,
            "Which step, where several ask at once.");

    private final OwnKey key = new OwnKey(arguments);

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        if (yes.value() && no.value() != null) {
            throw new UsageProblem("Give either `--yes` or `--no`.");
        }
        Clock clock = new SystemClock();
        Sender sender = Sender.to(run.value(), RunsFolder.find(run.value()), clock);
        Published published = published(sender).orElseThrow(() -> nothingAsked("nothing"));
        Asked asked = chosen(published.asked());
        Screen screen = Output.of(spec()).screen(false);
        show(published, asked, screen);
        SignedAnswer answer = answer(published, asked, screen, clock);
        Envelope letter = answer.sign(key.of(as.value()));
        sender.send(letter);
        return outcome(sender, letter, screen, clock);
    }

    private UsageProblem nothingAsked(String what) {
        return new UsageProblem("Run `" + run.value() + "` asks approval for " + what + " now.");
    }

    private Optional<Published> published(Sender sender) {
        try {
            return sender.inbox().published().flatMap(Published::read);
        } catch (IOException e) {
            throw Failure.of("What run `" + run.value() + "` asks can't be read: " + e.getClass().getSimpleName() + ".")
                    .because(e);
        }
    }

    private Asked chosen(List<Asked> all) {
        List<Asked> fitting = all.stream()
                .filter(asked -> step.value() == null || asked.request().step().equals(step.value())).toList();
        if (fitting.isEmpty()) {
            throw nothingAsked(step.value() == null ? "nothing" : "no step `" + step.value() + "`");
        }
        if (fitting.size() > 1) {
            throw new UsageProblem("Several steps ask at once: name one with `--step`. They are "
                    + Texts.list(fitting.stream().map(asked -> "`" + asked.request().step() + "`").toList()) + ".");
        }
        if (!fitting.getFirst().bindsWhatItShows()) {
            throw Failure.of("What run `" + run.value() + "` shows is not what a yes would bind. Don't answer it.")
                    .hint("Ask its operator which version of Lifeboat runs there.");
        }
        return fitting.getFirst();
    }

    private static void show(Published published, Asked asked, Screen screen) {
        screen.print("Run " + published.run() + ", step " + asked.request().step() + ": " + asked.request().title());
        ApprovalLines.of(asked.request(), screen.style()).forEach(line -> screen.print("  " + line));
        if (!asked.saidYes().isEmpty()) {
            screen.print("  said yes so far: " + String.join(", ", asked.saidYes()));
        }
    }

    private SignedAnswer answer(Published published, Asked asked, Screen screen, Clock clock) {
        Optional<String> whyNot = Optional.ofNullable(no.value()).or(() -> yes.value()
                ? Optional.empty()
                : new Consent(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), screen)
                        .whyNot());
        return new SignedAnswer(published.run(), asked.request().step(), asked.request().digest(), asked.asking(),
                as.value(), whyNot.isEmpty(), whyNot.orElse("").replaceAll("\\s+", " ").strip(), clock.now());
    }

    /** Whether the run counts it is known once it has said so; a run that goes on to its end says nothing any more. */
    private int outcome(Sender sender, Envelope letter, Screen screen, Clock clock) {
        Instant end = clock.now().plus(PATIENCE);
        Optional<String> heard = Optional.empty();
        while (heard.isEmpty() && sender.inbox().isThere() && clock.now().isBefore(end)) {
            clock.sleep(LOOK);
            heard = published(sender).map(published -> published.heard().get(letter.signature()));
        }
        screen.print(heard.map(why -> why.isEmpty() ? "The answer counts." : "It does not count. " + why)
                .orElse("The run has taken the answer, and has not said what became of it."));
        return heard.filter(why -> !why.isEmpty()).isPresent() ? ExitStatus.NOT_COUNTED : ExitStatus.OK;
    }
}
