0s      RunBegan runbook=unknown title="What nobody saw the answer of"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=proven title="Verify says that it was done"
0s      AttemptBegan step=proven attempt=1
0s      CallBegan step=proven builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=proven description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=true message="The box `a` did not answer.") took=0s
0s      AttemptFailed step=proven attempt=1 cause=unknown message="The box `a` did not answer."
0s      StepEnded step=proven state=SUCCEEDED reason="`verify` says that it was done." took=0s attempts=1
0s      StepBegan step=disproven title="Verify says that it was not done"
0s      AttemptBegan step=disproven attempt=1
0s      CallBegan step=disproven builtin=box.add arguments=[b, "y"] effect=CHANGES
0s      InverseRegistered inverse=2 step=disproven description="`x` back into b" builtin=box.put_back arguments=[b, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=true message="The box `b` did not answer.") took=0s
0s      AttemptFailed step=disproven attempt=1 cause=unknown message="The box `b` did not answer."
1s      AttemptBegan step=disproven attempt=2
1s      CallBegan step=disproven builtin=box.add arguments=[b, "y"] effect=CHANGES
1s      InverseRegistered inverse=3 step=disproven description="`x` back into b" builtin=box.put_back arguments=[b, "x"]
1s      StepEnded step=disproven state=SUCCEEDED took=1s attempts=2
1s      StepBegan step=untold title="Verify can't tell"
1s      AttemptBegan step=untold attempt=1
1s      CallBegan step=untold builtin=box.put arguments=[c, "y"] effect=CHANGES
1s      InverseRegistered inverse=4 step=untold description="`x` back into c" builtin=box.put_back arguments=[c, "x"]
1s      CallEnded failure=(kind=FAILED outcomeUnknown=true message="The box `c` did not answer.") took=0s
1s      AttemptFailed step=untold attempt=1 cause=unknown message="The box `c` did not answer."
1s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `c.read` is stuck." hint="Shake it.") took=0s
1s      StepEnded step=untold state=UNKNOWN reason="The box `c` did not answer." took=0s attempts=1
1s      StepBegan step=person title="Nobody but a person can tell, and it was not done"
1s      AttemptBegan step=person attempt=1
1s      CallBegan step=person builtin=box.add arguments=[d, "y"] effect=CHANGES
1s      InverseRegistered inverse=5 step=person description="`x` back into d" builtin=box.put_back arguments=[d, "x"]
1s      CallEnded failure=(kind=FAILED outcomeUnknown=true message="The box `d` did not answer.") took=0s
1s      AttemptFailed step=person attempt=1 cause=unknown message="The box `d` did not answer."
1s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `d.read` is stuck." hint="Shake it.") took=0s
1s      Asked question=(step=person name=was_done type=bool text="The box `d` did not answer. Was all of it done: Nobody but a person can tell, and it was not done?" many=false)
1s      Answered step=person name=was_done answer=(value=false by=ada)
1s      AttemptBegan step=person attempt=2
1s      CallBegan step=person builtin=box.add arguments=[d, "y"] effect=CHANGES
1s      InverseRegistered inverse=6 step=person description="`x` back into d" builtin=box.put_back arguments=[d, "x"]
1s      StepEnded step=person state=SUCCEEDED took=0s attempts=2
1s      StepBegan step=persuaded title="Nobody but a person can tell, and it was done"
1s      AttemptBegan step=persuaded attempt=1
1s      CallBegan step=persuaded builtin=box.add arguments=[e, "y"] effect=CHANGES
1s      InverseRegistered inverse=7 step=persuaded description="`x` back into e" builtin=box.put_back arguments=[e, "x"]
1s      CallEnded failure=(kind=FAILED outcomeUnknown=true message="The box `e` did not answer.") took=0s
1s      AttemptFailed step=persuaded attempt=1 cause=unknown message="The box `e` did not answer."
1s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `e.read` is stuck." hint="Shake it.") took=0s
1s      Asked question=(step=persuaded name=was_done type=bool text="The box `e` did not answer. Was all of it done: Nobody but a person can tell, and it was done?" many=false)
1s      Answered step=persuaded name=was_done answer=(value=true by=ada)
1s      StepEnded step=persuaded state=SUCCEEDED reason="A person says that it was done." took=0s attempts=1
1s      StepBegan step=last title=Last
1s      AttemptBegan step=last attempt=1
2s      StepEnded step=last state=SUCCEEDED took=1s attempts=1
2s      PhaseEnded phase=all took=2s overBudget=false
2s      RunEnded outcome=DONE took=2s

DONE {a=y, b=xy, c=y, d=xy, e=x}
