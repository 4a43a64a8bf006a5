0s      RunBegan runbook=no_return title="The point of no return"
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
0s      CallBegan step=two builtin=box.put arguments=[b, "b2"] effect=CHANGES
0s      InverseRegistered inverse=3 step=two description="`b1` back into b" builtin=box.put_back arguments=[b, "b1"]
0s      Did target=b what="put `b2`"
0s      StepEnded step=two state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=last title=Last
0s      AttemptBegan step=last attempt=1
0s      AttemptFailed step=last attempt=1 cause=failed message=Enough.
0s      StepEnded step=last state=FAILED reason=Enough. took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=two inverse=3 description="`b1` back into b"
0s      CallBegan step=two builtin=box.put_back arguments=[b, "b1"] effect=CHANGES
0s      UndoEnded step=two inverse=3
0s      Escalated rung="trigger 1" after=0s roles=[lead] why="The rollback stands still. The point of no return in `two` is reached: The customers have been told."
0s      Told message=(to=[lead] subject="Escalation: The point of no return" body="The rollback stands still. The point of no return in `two` is reached: The customers have been told. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
0s      Paused request=(step=two title=Two problem="The point of no return in `two` is reached: The customers have been told." choices=[DONE_BY_HAND, STOP])
0s      PauseAnswered step=two answer=(choice=STOP by=ada)
0s      RollbackEnded complete=false reason="The point of no return in `two` is reached: The customers have been told."
0s      RunEnded outcome=FAILED reason="`last` failed: Enough. The point of no return in `two` is reached: The customers have been told." took=0s

FAILED {a=a1, b=b1}
