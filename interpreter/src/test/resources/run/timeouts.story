0s      RunBegan runbook=timeouts title="What takes too long is ended"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=hangs title="An observation that hangs fails"
0s      AttemptBegan step=hangs attempt=1
30s     CallEnded failure=(kind=TIME_UP outcomeUnknown=false message="The time was up.") took=30s
30s     AttemptFailed step=hangs attempt=1 cause=timeout message="It was not finished within 30s."
30s     StepEnded step=hangs state=FAILED reason="It was not finished within 30s." took=30s attempts=1
30s     StepBegan step=unseen title="A change that hangs is unknown"
30s     AttemptBegan step=unseen attempt=1
30s     CallBegan step=unseen builtin=box.put arguments=[b, "y"] effect=CHANGES
30s     InverseRegistered inverse=1 step=unseen description="`x` back into b" builtin=box.put_back arguments=[b, "x"]
1m      CallEnded failure=(kind=TIME_UP outcomeUnknown=true message="The time was up.") took=30s
1m      AttemptFailed step=unseen attempt=1 cause=unknown message="It was not finished within 30s. `box.put` was interrupted, and nobody saw what came of it."
1m      StepEnded step=unseen state=UNKNOWN reason="It was not finished within 30s. `box.put` was interrupted, and nobody saw what came of it." took=30s attempts=1
1m      StepBegan step=slow title="A change that is slower than its limit is unknown"
1m      AttemptBegan step=slow attempt=1
1m      CallBegan step=slow builtin=box.put arguments=[c, "y"] effect=CHANGES
1m      InverseRegistered inverse=2 step=slow description="`x` back into c" builtin=box.put_back arguments=[c, "x"]
2m      CallEnded failure=(kind=TIME_UP outcomeUnknown=true message="The time was up.") took=1m
2m      AttemptFailed step=slow attempt=1 cause=unknown message="It was not finished within 1m. `box.put` was interrupted, and nobody saw what came of it."
2m      StepEnded step=slow state=UNKNOWN reason="It was not finished within 1m. `box.put` was interrupted, and nobody saw what came of it." took=1m attempts=1
2m      StepBegan step=waits title="A wait that is longer than its limit"
2m      AttemptBegan step=waits attempt=1
2m30s   AttemptFailed step=waits attempt=1 cause=failed message="`box.holds(server("a"), "y")` did not come true within 30s."
2m30s   StepEnded step=waits state=FAILED reason="`box.holds(server("a"), "y")` did not come true within 30s." took=30s attempts=1
2m30s   StepBegan step=outer title="A limit around a wait"
2m30s   AttemptBegan step=outer attempt=1
2m39s   AttemptFailed step=outer attempt=1 cause=failed message="`box.holds(server("a"), "y")` did not come true within 9s."
2m39s   StepEnded step=outer state=FAILED reason="`box.holds(server("a"), "y")` did not come true within 9s." took=9s attempts=1
2m39s   StepBegan step=asked title="A person may take longer than the limit"
2m39s   AttemptBegan step=asked attempt=1
2m41s   Asked question=(step=asked name=name type=text text=Who? many=false)
12m41s  Answered step=asked name=name answer=(value="somebody" by=ada)
12m41s  Bound step=asked name=name value="somebody"
12m43s  StepEnded step=asked state=SUCCEEDED took=10m4s attempts=1
12m43s  StepBegan step=verifies title="The limit holds for body and verify together"
12m43s  AttemptBegan step=verifies attempt=1
12m48s  AttemptFailed step=verifies attempt=1 cause=timeout message="It was not finished within 5s."
12m48s  StepEnded step=verifies state=FAILED reason="It was not finished within 5s." took=5s attempts=1
12m48s  StepBegan step=after title="What is known"
12m48s  AttemptBegan step=after attempt=1
12m49s  StepEnded step=after state=SUCCEEDED took=1s attempts=1
12m49s  PhaseEnded phase=all took=12m49s overBudget=false
12m49s  RunEnded outcome=DONE took=12m49s

DONE {a=x, b=x, c=x}
