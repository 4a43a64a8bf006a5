0s      RunBegan runbook=handler_fails title="A handler that fails"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=maybe title=Maybe
0s      AttemptBegan step=maybe attempt=1
0s      StepEnded step=maybe state=SKIPPED reason="Not today." took=0s attempts=1
0s      StepBegan step=change title=Change
0s      AttemptBegan step=change attempt=1
0s      CallBegan step=change builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=change description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=change attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
0s      CallBegan step=change builtin=box.put arguments=[a, "z"] effect=CHANGES
0s      InverseRegistered inverse=2 step=change description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      Paused request=(step=change title=Change problem="The box `a` is stuck." evidence=["`on failure` failed too: The box `a` is stuck."] hint="Shake it." choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
0s      PauseAnswered step=change answer=(choice=ROLLBACK by=ada)
0s      StepEnded step=change state=FAILED reason="The box `a` is stuck." took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=change inverse=2 description="`x` back into a"
0s      CallBegan step=change builtin=box.put_back arguments=[a, "x"] effect=CHANGES
0s      UndoEnded step=change inverse=2
0s      UndoBegan step=change inverse=1 description="`x` back into a"
0s      CallBegan step=change builtin=box.put_back arguments=[a, "x"] effect=CHANGES
0s      UndoEnded step=change inverse=1
0s      RollbackEnded complete=true
0s      RunEnded outcome=ROLLED_BACK reason="`change` failed: The box `a` is stuck." took=0s

ROLLED_BACK {a=x}
