0s      RunBegan runbook=waits title=Waits
0s      PhaseBegan phase=all title=All
0s      StepBegan step=filler title="Fill later"
0s      AttemptBegan step=filler attempt=1
0s      Bound step=filler name=start value=2026-01-01T03:00:00Z
0s      StepEnded step=filler state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=later title=Later
0s      AttemptBegan step=later attempt=1
0s      StepBegan step=waits title="Wait for it"
0s      AttemptBegan step=waits attempt=1
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a.read` is stuck." hint="Shake it.") took=0s
0s      StepBegan step=stalls title="No progress"
0s      AttemptBegan step=stalls attempt=1
7s      CallBegan step=later builtin=box.put arguments=[a, "y"] effect=CHANGES
7s      InverseRegistered inverse=1 step=later description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
7s      Did target=a what="put `y`"
7s      StepEnded step=later state=SUCCEEDED took=7s attempts=1
8s      StepEnded step=waits state=SUCCEEDED took=8s attempts=1
30s     AttemptFailed step=stalls attempt=1 cause=failed message="There is no progress: `box.read(server("a"))` has stood at y for 20s, while `now() > filler.start + 1h` did not come true." evidence=["`filler.start` is 2026-01-01T03:00:00Z", "`now()` is 2026-01-01T03:00:30Z"]
30s     StepEnded step=stalls state=FAILED reason="There is no progress: `box.read(server("a"))` has stood at y for 20s, while `now() > filler.start + 1h` did not come true." took=30s attempts=1
30s     StepBegan step=cut title="Cut off in the middle of a look"
30s     AttemptBegan step=cut attempt=1
30s     Bound step=cut name=name value="y"
1m      CallEnded failure=(kind=TIME_UP outcomeUnknown=false message="The time was up.") took=30s
1m      AttemptFailed step=cut attempt=1 cause=failed message="`box.holds(server("c"), name)` did not come true within 30s." evidence=["`name` is y"]
1m      StepEnded step=cut state=FAILED reason="`box.holds(server("c"), name)` did not come true within 30s." took=30s attempts=1
1m      PhaseEnded phase=all took=1m overBudget=false
1m      RunEnded outcome=DONE took=1m

DONE {a=y, b=x, c=x}
