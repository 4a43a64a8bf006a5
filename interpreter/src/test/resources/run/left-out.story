0s      RunBegan runbook=left_out title="What can't be reached is left out"
0s      PhaseBegan phase=all title=All
0s      LeftOut loop="for each one" item=b why="Nobody knows where it is."
0s      RoundTaken loop="for each one" round=0
0s      StepBegan step=fill[a] title="Fill a"
0s      AttemptBegan step=fill[a] attempt=1
0s      CallBegan step=fill[a] builtin=box.put arguments=[a, "full"] effect=CHANGES
0s      InverseRegistered inverse=1 step=fill[a] description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      Did target=a what="put `full`"
0s      StepEnded step=fill[a] state=SUCCEEDED took=0s attempts=1
0s      RoundTaken loop="for each one" round=1
0s      StepBegan step=fill[d] title="Fill d"
0s      AttemptBegan step=fill[d] attempt=1
0s      CallBegan step=fill[d] builtin=box.put arguments=[d, "full"] effect=CHANGES
0s      InverseRegistered inverse=2 step=fill[d] description="`z` back into d" builtin=box.put_back arguments=[d, "z"]
0s      Did target=d what="put `full`"
0s      StepEnded step=fill[d] state=SUCCEEDED took=0s attempts=1
0s      RoundTaken loop="for each one"
0s      RoundTaken loop="for each one"
0s      StepBegan step=told title=Told
0s      AttemptBegan step=told attempt=1
0s      Told message=(to=[lead] body="2 were filled.") deliveries=[lead]
0s      StepEnded step=told state=SUCCEEDED took=0s attempts=1
0s      LeftOut loop="for each one" item=b why="Nobody knows where it is."
0s      StepBegan step=seen[a] title="See a"
0s      AttemptBegan step=seen[a] attempt=1
0s      StepEnded step=seen[a] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=named[c] title="A name is no box: c"
0s      AttemptBegan step=named[c] attempt=1
0s      Told message=(to=[lead] body=c) deliveries=[lead]
0s      StepEnded step=named[c] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=named[d] title="A name is no box: d"
0s      AttemptBegan step=named[d] attempt=1
0s      Told message=(to=[lead] body=d) deliveries=[lead]
0s      StepEnded step=named[d] state=SUCCEEDED took=0s attempts=1
0s      LeftOut loop="for each lost" item=b why="Nobody knows where it is."
0s      LeftOut loop="for each lost" item=c why="Nobody knows where it is."
0s      Paused request=(step="for each lost" title="for each lost in [server("b"), server("c")]" problem="None of `[server("b"), server("c")]` can be reached." choices=[RETRY, SKIP, ROLLBACK, STOP])
0s      PauseAnswered step="for each lost" answer=(choice=SKIP by=ada)
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RunEnded outcome=DONE took=0s

DONE {a=full, b=gone, c=gone, d=full}
