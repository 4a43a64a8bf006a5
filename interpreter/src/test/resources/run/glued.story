0s      RunBegan runbook=glued title="An inverse that is not possible any more"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=one title=One
0s      AttemptBegan step=one attempt=1
0s      CallBegan step=one builtin=box.put arguments=[a, "glued too"] effect=CHANGES
0s      InverseRegistered inverse=1 step=one description="`glued` back into a" builtin=box.put_back arguments=[a, "glued"]
0s      Did target=a what="put `glued too`"
0s      StepEnded step=one state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=last title=Last
0s      AttemptBegan step=last attempt=1
0s      AttemptFailed step=last attempt=1 cause=failed message=Enough.
0s      StepEnded step=last state=FAILED reason=Enough. took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=one inverse=1 description="`glued` back into a"
0s      CallBegan step=one builtin=box.put_back arguments=[a, "glued"] effect=CHANGES
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="`a` is glued.") took=0s
0s      UndoEnded step=one inverse=1 problem="`a` is glued."
0s      Escalated rung="trigger 1" after=0s roles=[lead] why="The rollback stands still. Taking back `one` (`glued` back into a) failed: `a` is glued."
0s      Told message=(to=[lead] subject="Escalation: An inverse that is not possible any more" body="The rollback stands still. Taking back `one` (`glued` back into a) failed: `a` is glued. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
0s      Paused request=(step=one title=One problem="Taking back `one` (`glued` back into a) failed: `a` is glued." choices=[RETRY, DONE_BY_HAND, SKIP, STOP])
0s      PauseAnswered step=one answer=(choice=LEAVE by=ada)
0s      RollbackEnded complete=false reason="Taking back `one` (`glued` back into a) failed: `a` is glued."
0s      RunEnded outcome=NEEDS_A_PERSON reason="`last` failed: Enough. Taking back `one` (`glued` back into a) failed: `a` is glued." took=0s

NEEDS_A_PERSON {a=glued too}
