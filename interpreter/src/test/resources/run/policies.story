0s      RunBegan runbook=policies title="What is done about failures"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=goes_on title="Goes on"
0s      AttemptBegan step=goes_on attempt=1
0s      Bound step=goes_on name=found value="x"
0s      CallBegan step=goes_on builtin=box.put arguments=[a, "x"] effect=CHANGES
0s      InverseRegistered inverse=1 step=goes_on description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=goes_on attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
0s      Told message=(to=[lead] body="The box `a` is stuck. There was x.") deliveries=[lead]
0s      CallBegan step=goes_on builtin=box.put arguments=[b, "handled"] effect=CHANGES
0s      InverseRegistered inverse=2 step=goes_on description="`x` back into b" builtin=box.put_back arguments=[b, "x"]
0s      Did target=b what="put `handled`"
0s      StepEnded step=goes_on state=FAILED reason="The box `a` is stuck." took=0s attempts=1
0s      StepBegan step=decides title=Decides
0s      AttemptBegan step=decides attempt=1
0s      CallBegan step=decides builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=3 step=decides description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=decides attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
0s      StepEnded step=decides state=FAILED reason="The box `a` is stuck." took=0s attempts=1
0s      StepBegan step=tries title="Tries again"
0s      AttemptBegan step=tries attempt=1
0s      CallBegan step=tries builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=4 step=tries description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=tries attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
0s      AttemptBegan step=tries attempt=2
0s      CallBegan step=tries builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=5 step=tries description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      Did target=a what="put `y`"
0s      StepEnded step=tries state=SUCCEEDED took=0s attempts=2
0s      StepBegan step=unreached title=Unreached
0s      AttemptBegan step=unreached attempt=1
1s      StepEnded step=unreached state=SUCCEEDED took=1s attempts=1
1s      PhaseEnded phase=all took=1s overBudget=false
1s      RunEnded outcome=DONE took=1s

DONE {a=y, b=handled}
