package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.run.GeneratedRunbook.Way;
import dev.lifeboat.interpreter.run.Trail.Deed;
import dev.lifeboat.interpreter.run.Trail.Instance;
import java.util.ArrayList;
import java.util.List;

/**
 * Which boxes a rollback has to come to, and in which order, by what the boxes saw before: the language's rules about
 * rollbacks, written down once more and as simply as can be.
 */
final class RollbackModel {

    private final GeneratedRunbook runbook;
    private final Trail trail;
    private final List<String> boxes = new ArrayList<>();
    private boolean halted;

    RollbackModel(GeneratedRunbook runbook, Trail trail) {
        this.runbook = runbook;
        this.trail = trail;
    }

    /** The boxes whose changes are taken back, and those of the steps' own undos, in that order; none twice in a row. */
    List<String> boxes() {
        var begun = trail.begun();
        for (int i = begun.size() - 1; i >= trail.horizon() && !halted; i--) {
            takeBack(begun.get(i));
        }
        return boxes;
    }

    private void takeBack(Instance step) {
        var deeds = trail.deeds(step).reversed();
        if (isCovered(step)) {
            halted = deeds.stream().anyMatch(Deed::pointOfNoReturn);
        } else if (way(step) == Way.INVERSES) {
            deeds.forEach(this::takeBack);
        } else {
            deeds.stream().filter(Deed::byHandler).forEach(this::takeBack);
            halted = deeds.stream().anyMatch(Deed::pointOfNoReturn);
            itsOwnWay(step);
        }
    }

    private void itsOwnWay(Instance step) {
        if (halted || !hasChanged(step)) {
            return;
        }
        if (way(step) == Way.UNDO) {
            come("u" + step.step() + "-" + step.round());
        }
        halted = way(step) == Way.IRREVERSIBLE && runbook.stops();
    }

    private void takeBack(Deed deed) {
        if (!halted && deed.pointOfNoReturn()) {
            halted = true;
        } else if (!halted) {
            come(deed.box());
        }
    }

    private void come(String box) {
        if (boxes.isEmpty() || !boxes.getLast().equals(box)) {
            boxes.add(box);
        }
    }

    private boolean isCovered(Instance step) {
        return trail.performer(step).filter(performer -> way(performer) != Way.INVERSES || isCovered(performer))
                .isPresent();
    }

    /** Or may have, itself or what it performed. */
    private boolean hasChanged(Instance step) {
        return trail.begun().stream().filter(other -> other.equals(step) || isWithin(other, step))
                .anyMatch(other -> trail.deeds(other).stream().anyMatch(deed -> !deed.pointOfNoReturn()));
    }

    private boolean isWithin(Instance inner, Instance outer) {
        return trail.performer(inner).filter(performer -> performer.equals(outer) || isWithin(performer, outer))
                .isPresent();
    }

    private Way way(Instance step) {
        return runbook.plan(step.step()).way();
    }
}
