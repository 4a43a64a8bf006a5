0s      RunBegan runbook=pauses title="What a person can decide"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=tried title="Tried again"
0s      AttemptBegan step=tried attempt=1
0s      CallBegan step=tried builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=tried description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=tried attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
0s      Paused request=(step=tried title="Tried again" problem="The box `a` is stuck." hint="Shake it." choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
2m      Escalated rung="rung 1" after=2m roles=[team] why="It has lasted 2m."
2m      Told message=(to=[team] subject="Escalation: What a person can decide" body="It has lasted 2m. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
4m      PauseAnswered step=tried answer=(choice=RETRY by=grace)
4m      AttemptBegan step=tried attempt=2
4m      CallBegan step=tried builtin=box.put arguments=[a, "y"] effect=CHANGES
4m      InverseRegistered inverse=2 step=tried description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
4m      Did target=a what="put `y`"
4m      StepEnded step=tried state=SUCCEEDED took=4m attempts=2
4m      StepBegan step=passed title="Passed over"
4m      AttemptBegan step=passed attempt=1
4m      Bound step=passed name=kept value="kept"
4m      AttemptFailed step=passed attempt=1 cause=failed message="Not kept." evidence=["`kept` is kept"]
4m      Paused request=(step=passed title="Passed over" problem="Not kept." evidence=["`kept` is kept"] choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
4m      PauseAnswered step=passed answer=(choice=SKIP by=grace reason="it was looked up")
4m      Asked question=(step=passed name=survey.best type=server text="`passed.survey.best` was not found out, and is used further on. What is it?" many=false)
4m      Answered step=passed name=survey.best answer=(value=c by=ada)
4m      Asked question=(step=passed name=survey.others type="list of server" text="`passed.survey.others` was not found out, and is used further on. What is it?" many=false)
4m      Answered step=passed name=survey.others answer=(value=a and b by=ada)
4m      Asked question=(step=passed name=word type=text text="`passed.word` was not found out, and is used further on. What is it?" many=false)
4m      Answered step=passed name=word answer=(value="given" by=ada)
4m      StepEnded step=passed state=SKIPPED reason="`grace` skipped it: it was looked up" took=0s attempts=1
4m      StepBegan step=used title="Used: c and given, kept"
4m      AttemptBegan step=used attempt=1
4m      Bound step=used name=others value=y and x
4m      CallBegan step=used builtin=box.put arguments=[c, "z"] effect=CHANGES
4m      InverseRegistered inverse=3 step=used description="`x` back into c" builtin=box.put_back arguments=[c, "x"]
4m      Did target=c what="put `z`"
4m      StepEnded step=used state=SUCCEEDED took=0s attempts=1
4m      StepBegan step=done title="Done by hand"
4m      AttemptBegan step=done attempt=1
4m      AttemptFailed step=done attempt=1 cause=failed message="Not failed." evidence=["`passed.failed` is false"]
4m      Paused request=(step=done title="Done by hand" problem="Not failed." evidence=["`passed.failed` is false"] choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
4m      PauseAnswered step=done answer=(choice=DONE_BY_HAND by=grace reason="the screwdriver was nearer")
4m      Asked question=(step=done name=told type=text text="`done.told` was not found out, and is used further on. What is it?" many=false)
4m      Answered step=done name=told answer=(value="hello" by=ada)
4m      CallBegan step=done builtin=box.opens arguments=[b] effect=PROBES
4m      StepEnded step=done state=SUCCEEDED reason="`grace` did it by hand: the screwdriver was nearer" took=0s attempts=1
4m      StepBegan step=stopped title=Stopped
4m      AttemptBegan step=stopped attempt=1
4m      CallBegan step=stopped builtin=box.put arguments=[d, "y"] effect=CHANGES
4m      InverseRegistered inverse=4 step=stopped description="`x` back into d" builtin=box.put_back arguments=[d, "x"]
4m      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `d` is stuck." hint="Shake it.") took=0s
4m      AttemptFailed step=stopped attempt=1 cause=failed message="The box `d` is stuck." hint="Shake it."
4m      Paused request=(step=stopped title=Stopped problem="The box `d` is stuck." hint="Shake it." choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
4m      PauseAnswered step=stopped answer=(choice=STOP by=grace reason="it is late")
4m      StepEnded step=stopped state=FAILED reason="The box `d` is stuck." took=0s attempts=1
4m      PhaseEnded phase=all took=4m overBudget=false
4m      RunEnded outcome=FAILED reason="`stopped` failed: The box `d` is stuck." took=4m

FAILED {a=y, b=x, c=z, d=x}
