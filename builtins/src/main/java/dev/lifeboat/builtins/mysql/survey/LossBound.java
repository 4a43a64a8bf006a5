package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Duration;

/** What promoting a server would lose at most: {@code mysql.loss_bound}. */
public record LossBound(
        @Doc("Everything that the application wrote longer than this before the failure is kept.") Duration loss,
        @Doc("Transactions that somebody is known to have, and that the candidate has not.") GtidSet missing,
        @Doc("What the bound rests on.") String basis) {}
