0s      RunBegan runbook=titles title="What titles say"
0s      Bound name=things value="titles"
0s      PhaseBegan phase=all title="All of 2"
0s      StepBegan step=known title=Know
0s      AttemptBegan step=known attempt=1
0s      Bound step=known name=word value="water"
0s      StepEnded step=known state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=filled[a] title="Fill a with water"
0s      AttemptBegan step=filled[a] attempt=1
0s      StepBegan step=filled[a].put title="Put water into a"
0s      AttemptBegan step=filled[a].put attempt=1
0s      CallBegan step=filled[a].put builtin=box.put arguments=[a, "water"] effect=CHANGES
0s      InverseRegistered inverse=1 step=filled[a].put description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      Did target=a what="put `water`"
0s      StepEnded step=filled[a].put state=SUCCEEDED took=0s attempts=1
0s      StepEnded step=filled[a] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=filled[b] title="Fill b with water"
0s      AttemptBegan step=filled[b] attempt=1
0s      StepBegan step=filled[b].put title="Put water into b"
0s      AttemptBegan step=filled[b].put attempt=1
0s      CallBegan step=filled[b].put builtin=box.put arguments=[b, "water"] effect=CHANGES
0s      InverseRegistered inverse=2 step=filled[b].put description="`y` back into b" builtin=box.put_back arguments=[b, "y"]
0s      Did target=b what="put `water`"
0s      StepEnded step=filled[b].put state=SUCCEEDED took=0s attempts=1
0s      StepEnded step=filled[b] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=not_known title="Can't be told: nobody"
0s      AttemptBegan step=not_known attempt=1
1s      StepEnded step=not_known state=SUCCEEDED took=1s attempts=1
1s      PhaseEnded phase=all took=1s overBudget=false
1s      RunEnded outcome=DONE took=1s

DONE {a=water, b=water}
