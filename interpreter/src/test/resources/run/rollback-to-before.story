0s      RunBegan runbook=rollback_to_before title="Back to a step"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=one title=One
0s      AttemptBegan step=one attempt=1
0s      CallBegan step=one builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=1 step=one description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a1`"
0s      StepEnded step=one state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=two title=Two
0s      AttemptBegan step=two attempt=1
0s      CallBegan step=two builtin=box.put arguments=[b, "b1"] effect=CHANGES
0s      InverseRegistered inverse=2 step=two description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
0s      Did target=b what="put `b1`"
0s      StepEnded step=two state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=three title=Three
0s      AttemptBegan step=three attempt=1
0s      AttemptFailed step=three attempt=1 cause=failed message="`box.holds(server("a"), "a2")` does not hold."
0s      StepEnded step=three state=FAILED reason="`box.holds(server("a"), "a2")` does not hold." took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan horizon=two
0s      UndoBegan step=two inverse=2 description="`b0` back into b"
0s      CallBegan step=two builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
0s      UndoEnded step=two inverse=2
0s      RollbackEnded complete=true
0s      RunEnded outcome=ROLLED_BACK reason="`three` failed: `box.holds(server("a"), "a2")` does not hold." took=0s

ROLLED_BACK {a=a1, b=b0}
