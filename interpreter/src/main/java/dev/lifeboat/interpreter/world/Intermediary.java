package dev.lifeboat.interpreter.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Stands between a run and its people: answers what is its own, and passes the rest on. */
public interface Intermediary extends People {

    /** Whom it stands before. */
    People people();

    @Override
    default Approval approve(ApprovalRequest request, List<String> saidYes) {
        return people().approve(request, saidYes);
    }

    @Override
    default PauseAnswer choose(PauseRequest request) {
        return people().choose(request);
    }

    @Override
    default Answer ask(Question question) {
        return people().ask(question);
    }

    @Override
    default List<Delivery> tell(Message message) {
        return people().tell(message);
    }

    @Override
    default List<String> holders(String role) {
        return people().holders(role);
    }

    @Override
    default Turns turns() {
        return people().turns();
    }

    @Override
    default Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        return people().acknowledged(callOut, within);
    }

    @Override
    default Optional<List<Delivery>> toldMeanwhile(String rung, int turn) {
        return people().toldMeanwhile(rung, turn);
    }

    @Override
    default void whenRefused(Consumer<Refusal> listener) {
        people().whenRefused(listener);
    }

    @Override
    default boolean canAnswer(List<String> roles) {
        return people().canAnswer(roles);
    }

    @Override
    default boolean attended() {
        return people().attended();
    }

    @Override
    default boolean takeInterruption() {
        return people().takeInterruption();
    }

    @Override
    default Direction direct(Standpoint here) {
        return people().direct(here);
    }
}
