0s      RunBegan runbook=no_return_first title="Nothing was done before the point of no return"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=one title=One
0s      AttemptBegan step=one attempt=1
0s      CallBegan step=one builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=1 step=one description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a1`"
0s      StepEnded step=one state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=last title=Last
0s      AttemptBegan step=last attempt=1
0s      AttemptFailed step=last attempt=1 cause=failed message=Enough.
0s      StepEnded step=last state=FAILED reason=Enough. took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=one inverse=1 description="`a0` back into a"
0s      CallBegan step=one builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
0s      UndoEnded step=one inverse=1
0s      RollbackEnded complete=true reason="The point of no return in `one` is reached: It begins."
0s      RunEnded outcome=ROLLED_BACK reason="`last` failed: Enough. The point of no return in `one` is reached: It begins." took=0s

ROLLED_BACK {a=a0, b=b0}
