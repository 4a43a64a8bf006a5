package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.interpreter.check.Rule;
import java.util.List;

/** The rules that hold whatever the builtins are. */
public final class LanguageRules {

    public static final List<Rule> ALL = List.of(new HeaderIsComplete(), new NumbersMakeSense(), new RolesAreHeld(),
            new ChannelsExist(),
            new ApprovalsCanBeGiven(), new ApprovedIsKnown(), new CallsWhereAllowed(), new ChangesCanBeUndone(),
            new HandlersAgree(), new FailureIsDecided(),
            new StatementsInPlace(), new RetriesAreSafe(), new SkipsBeforeChanges(), new RollbacksGoBack(),
            new StepsDoSomething(), new BranchesKeepApart(), new RoundsKeepApart(), new ProceduresEnd(),
            new WaitsFitTimeouts(), new BudgetsAreKept(), new NothingIsUnreachable(), new LadderGoesUp(),
            new ChangesAreTimed());

    private LanguageRules() {}
}
