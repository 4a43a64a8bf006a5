0s      RunBegan runbook=rollback_as_found title="An undo puts back what was found before the first change"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=change title="Changed twice"
0s      AttemptBegan step=change attempt=1
0s      Bound step=change name=before value="a0"
0s      CallBegan step=change builtin=box.put arguments=[a, "a0+"] effect=CHANGES
0s      InverseRegistered inverse=1 step=change description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a0+`"
0s      Bound step=change name=after value="a0+"
0s      AttemptFailed step=change attempt=1 cause=verify message="Once is not enough." evidence=["`after` is a0+"]
1s      AttemptBegan step=change attempt=2
1s      Bound step=change name=before value="a0+"
1s      CallBegan step=change builtin=box.put arguments=[a, "a0++"] effect=CHANGES
1s      InverseRegistered inverse=2 step=change description="`a0+` back into a" builtin=box.put_back arguments=[a, "a0+"]
1s      Did target=a what="put `a0++`"
1s      Bound step=change name=after value="a0++"
1s      StepEnded step=change state=SUCCEEDED took=1s attempts=2
1s      StepBegan step=told title=Told
1s      AttemptBegan step=told attempt=1
1s      Escalated rung="trigger 1" after=1s roles=[vendor] why=Come.
1s      Told message=(to=[vendor] subject="Escalation: An undo puts back what was found before the first change" body="Come. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[vendor]
1s      StepEnded step=told state=SUCCEEDED took=0s attempts=1
1s      StepBegan step=last title=Last
1s      AttemptBegan step=last attempt=1
1s      AttemptFailed step=last attempt=1 cause=failed message=Enough.
1s      StepEnded step=last state=FAILED reason=Enough. took=0s attempts=1
1s      PhaseEnded phase=all took=1s overBudget=false
1s      RollbackBegan
1s      UndoBegan step=told inverse=0 description="its `undo`"
1s      Told message=(to=[vendor] body="Do not come.") deliveries=[vendor]
1s      UndoEnded step=told inverse=0
1s      UndoBegan step=change inverse=0 description="its `undo`"
1s      CallBegan step=change builtin=box.put arguments=[a, "a0"] effect=CHANGES
1s      InverseRegistered inverse=3 step=change description="`a0++` back into a" builtin=box.put_back arguments=[a, "a0++"]
1s      Did target=a what="put `a0`"
1s      CallBegan step=change builtin=box.put arguments=[b, "a0+"] effect=CHANGES
1s      InverseRegistered inverse=4 step=change description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
1s      Did target=b what="put `a0+`"
1s      UndoEnded step=change inverse=0
1s      RollbackEnded complete=true
1s      RunEnded outcome=ROLLED_BACK reason="`last` failed: Enough." took=1s

ROLLED_BACK {a=a0, b=a0+}
