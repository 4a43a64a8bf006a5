package dev.lifeboat.cli.people;

import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** People of the real world: told by the channels of the inventory, and heard as they acknowledge. How they answer questions differs. */
abstract sealed class PresentPeople implements People permits TerminalPeople, AnswersPeople {
    private final Notifier notifier;
    private final Acknowledgements acknowledgements;

    PresentPeople(Notifier notifier, Acknowledgements acknowledgements) {
        this.notifier = notifier;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public final List<Delivery> tell(Message message) {
        return notifier.tell(message);
    }

    @Override
    public final List<String> holders(String role) {
        return notifier.holders(role);
    }

    @Override
    public final Turns turns() {
        return notifier.turns();
    }

    @Override
    public final Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        return acknowledgements.await(callOut, within);
    }

    @Override
    public final void whenRefused(Consumer<Refusal> listener) {
        acknowledgements.whenRefused(listener);
    }
}
