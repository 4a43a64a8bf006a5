0s      RunBegan runbook=loops title=Loops
0s      PhaseBegan phase=all title=All
0s      StepBegan step=list title=List
0s      AttemptBegan step=list attempt=1
0s      Bound step=list name=boxes value=a, b, c and d
0s      StepEnded step=list state=SUCCEEDED took=0s attempts=1
0s      RoundTaken loop="for each one" round=0
0s      StepBegan step=fill[a] title="Fill a"
0s      AttemptBegan step=fill[a] attempt=1
0s      Bound step=fill[a] name=before value="x"
0s      CallBegan step=fill[a] builtin=box.put arguments=[a, "full x"] effect=CHANGES
0s      InverseRegistered inverse=1 step=fill[a] description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      RoundTaken loop="for each one" round=1
0s      StepBegan step=fill[b] title="Fill b"
0s      AttemptBegan step=fill[b] attempt=1
0s      Bound step=fill[b] name=before value="y"
0s      CallBegan step=fill[b] builtin=box.put arguments=[b, "full y"] effect=CHANGES
0s      InverseRegistered inverse=2 step=fill[b] description="`y` back into b" builtin=box.put_back arguments=[b, "y"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `b` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=fill[b] attempt=1 cause=failed message="The box `b` is stuck." hint="Shake it."
0s      StepEnded step=fill[b] state=FAILED reason="The box `b` is stuck." took=0s attempts=1
0s      StepSkipped step=seen[b] title="See b" reason="`fill.succeeded` is not so."
0s      RoundTaken loop="for each one" round=2
0s      StepBegan step=fill[c] title="Fill c"
0s      AttemptBegan step=fill[c] attempt=1
0s      Bound step=fill[c] name=before value="z"
0s      CallBegan step=fill[c] builtin=box.put arguments=[c, "full z"] effect=CHANGES
0s      InverseRegistered inverse=3 step=fill[c] description="`z` back into c" builtin=box.put_back arguments=[c, "z"]
5s      Did target=c what="put `full z`"
5s      StepEnded step=fill[c] state=SUCCEEDED took=5s attempts=1
5s      StepBegan step=seen[c] title="See c"
5s      AttemptBegan step=seen[c] attempt=1
5s      StepEnded step=seen[c] state=SUCCEEDED took=0s attempts=1
5s      RoundTaken loop="for each one" round=3
5s      StepBegan step=fill[d] title="Fill d"
5s      AttemptBegan step=fill[d] attempt=1
5s      Bound step=fill[d] name=before value="x"
5s      CallBegan step=fill[d] builtin=box.put arguments=[d, "full x"] effect=CHANGES
5s      InverseRegistered inverse=4 step=fill[d] description="`x` back into d" builtin=box.put_back arguments=[d, "x"]
6s      Did target=d what="put `full x`"
6s      StepEnded step=fill[d] state=SUCCEEDED took=1s attempts=1
6s      StepBegan step=seen[d] title="See d"
6s      AttemptBegan step=seen[d] attempt=1
6s      StepEnded step=seen[d] state=SUCCEEDED took=0s attempts=1
6s      RoundTaken loop="for each one"
10s     Did target=a what="put `full x`"
10s     StepEnded step=fill[a] state=SUCCEEDED took=10s attempts=1
10s     StepBegan step=seen[a] title="See a"
10s     AttemptBegan step=seen[a] attempt=1
10s     StepEnded step=seen[a] state=SUCCEEDED took=0s attempts=1
10s     RoundTaken loop="for each one"
10s     StepBegan step=refill[b] title="Refill b"
10s     AttemptBegan step=refill[b] attempt=1
10s     CallBegan step=refill[b] builtin=box.add arguments=[b, "!"] effect=CHANGES
10s     InverseRegistered inverse=5 step=refill[b] description="`y` back into b" builtin=box.put_back arguments=[b, "y"]
10s     AttemptFailed step=refill[b] attempt=1 cause=failed message="Once is not enough." evidence=["`again` is b"]
10s     StepEnded step=refill[b] state=FAILED reason="Once is not enough." took=0s attempts=1
10s     StepBegan step=refill[b#2] title="Refill b"
10s     AttemptBegan step=refill[b#2] attempt=1
10s     CallBegan step=refill[b#2] builtin=box.add arguments=[b, "!"] effect=CHANGES
10s     InverseRegistered inverse=6 step=refill[b#2] description="`y!` back into b" builtin=box.put_back arguments=[b, "y!"]
10s     StepEnded step=refill[b#2] state=SUCCEEDED took=0s attempts=1
10s     Paused request=(step="for each again" title="for each again in [server("b"), server("b")]" problem="1 of 2 succeeded, and at least 2 have to." choices=[RETRY, SKIP, ROLLBACK, STOP])
10s     PauseAnswered step="for each again" answer=(choice=RETRY by=ada)
10s     StepBegan step=refill[b] title="Refill b"
10s     AttemptBegan step=refill[b] attempt=1
10s     CallBegan step=refill[b] builtin=box.add arguments=[b, "!"] effect=CHANGES
10s     InverseRegistered inverse=7 step=refill[b] description="`y!!` back into b" builtin=box.put_back arguments=[b, "y!!"]
10s     StepEnded step=refill[b] state=SUCCEEDED took=0s attempts=1
10s     StepBegan step=told title=Told
10s     AttemptBegan step=told attempt=1
10s     Told message=(to=[lead] body="Filled: x, y, z and x, 1 failed.") deliveries=[lead]
10s     StepEnded step=told state=SUCCEEDED took=0s attempts=1
10s     PhaseEnded phase=all took=10s overBudget=false
10s     RunEnded outcome=DONE took=10s

DONE {a=full x, b=y!!!, c=full z, d=full x}
