package dev.lifeboat.cli;

import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.cli.approvals.ApprovalDesk;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.cli.approvals.Scrutiny;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.cli.inbox.InboxWatch;
import dev.lifeboat.cli.people.Acknowledgements;
import dev.lifeboat.cli.people.AnswersPeople;
import dev.lifeboat.cli.people.TerminalPeople;
import dev.lifeboat.interpreter.world.People;
import java.nio.file.Path;

/** The people of a run on real servers: whoever is at the terminal or has written answers down, and whoever writes to its inbox, as long as it goes on. */
final class RealPeople implements AutoCloseable {
    private final Console console;
    private final Acknowledgements acknowledgements;
    private final ApprovalDesk desk;
    private final People present;
    private final InboxWatch watch;

    private RealPeople(RealRun run, String id, Path journal, Console console, Secrets secrets) {
        this.console = console;
        var inventory = run.inventory().inventory();
        Notifier notifier = new Notifier(inventory, Channels.of(inventory, run.inventory().folder(), secrets,
                run.clock(), new ConsoleChannel(console.screen()::print)), run.clock());
        acknowledgements = new Acknowledgements(notifier, run.clock());
        Inbox inbox = Inbox.beside(journal);
        Entitled entitled = new Entitled(inventory, run.operator());
        desk = new ApprovalDesk(id, inbox, new Scrutiny(inventory, entitled, run.clock()), acknowledgements::refuse,
                console.screen());
        present = run.answers()
                .<People>map(written -> new AnswersPeople(written, entitled, notifier, acknowledgements,
                        run.operator()))
                .orElseGet(() -> new TerminalPeople(console.prompt(), entitled, desk, run.clock(), notifier,
                        acknowledgements, run.operator()));
        watch = InboxWatch.begin(inbox, run.clock(), this::receive, acknowledgements::refuse);
    }

    static RealPeople open(RealRun run, String id, Path journal, Console console, Secrets secrets) {
        return new RealPeople(run, id, journal, console, secrets);
    }

    People present() {
        return present;
    }

    private void receive(Envelope letter) {
        if (ApprovalDesk.isFor(letter)) {
            desk.receive(letter);
        } else {
            acknowledgements.receive(letter);
        }
    }

    @Override
    public void close() {
        watch.end().ifPresent(console.screen()::print);
    }
}
