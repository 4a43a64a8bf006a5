package dev.lifeboat.cli.watch;

import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.interpreter.evaluate.Templates.Letter;
import dev.lifeboat.interpreter.run.Audience;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The watch over one run that broke off. What it does is remembered, and told to the listener. */
record Vigil(BrokenRun run, Notifier notifier, Listener listener, Clock clock) {

    /** Whether there is anything to do now, and no other watch does it. */
    boolean isNeeded() {
        return !Memory.isHeld(run.journal())
                && (due(Memory.beside(run.journal())).isPresent() || inbox().hasMail());
    }

    /** Takes what came in, then tells those that are due first. @return whether it told anybody */
    boolean keep() {
        try (Book book = Book.open(run.journal(), clock)) {
            if (inbox().hasMail()) {
                takeMail(book);
            }
            Optional<CallOut> due = due(book.memory());
            due.ifPresent(callOut -> tell(callOut, book));
            return due.isPresent();
        }
    }

    private Inbox inbox() {
        return Inbox.beside(run.journal());
    }

    private Optional<CallOut> due(Memory memory) {
        return new Ladder(run, memory).due(clock.now());
    }

    /** Remembered once it has been told: whoever dies between the two tells it again, better twice than never. */
    private void tell(CallOut callOut, Book book) {
        Audience audience = new Ladder(run, book.memory()).audience();
        Letter letter = new Letters(run, clock.now()).of(callOut);
        var message = new Message(audience.recipients(callOut.roles(), callOut.turn()), List.of(), letter.subject(),
                letter.body(), run.began().drill());
        List<Delivery> deliveries = Stream
                .concat(notifier.tell(message).stream(), audience.leftOut(callOut.roles()).stream()).toList();
        remember(book, Memory.strand(callOut.rung(), callOut.turn()), new Event.Told(message, deliveries));
    }

    private void takeMail(Book book) {
        inbox().take(letter -> receive(letter, book),
                refusal -> remember(book, "inbox", new Event.Refused(refusal)));
    }

    /** For all call-outs of this person that somebody has been told of. */
    private void receive(Envelope letter, Book book) {
        List<Event.Acknowledged> answers = letter.what().equals(Envelope.ACK)
                ? new Ladder(run, book.memory()).open().stream().filter(callOut -> callOut.turn() > 0)
                        .flatMap(callOut -> answer(callOut, letter.by()).stream()).toList()
                : List.of();
        answers.forEach(answer -> remember(book, answer.rung(), answer));
        if (answers.isEmpty()) {
            remember(book, "inbox", new Event.Refused(letter.refused("The run has broken off, and no escalation of it"
                    + " waits for `" + letter.by() + "`.")));
        }
    }

    private Optional<Event.Acknowledged> answer(CallOut callOut, String person) {
        return callOut.roles().stream().filter(role -> notifier.holders(role).contains(person)).findFirst()
                .map(role -> new Event.Acknowledged(callOut.rung(), role, person, "inbox, taken by the watch"));
    }

    private void remember(Book book, String strand, Event event) {
        listener.heard(book.write(strand, event));
    }
}
