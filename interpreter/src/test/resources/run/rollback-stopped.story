0s      RunBegan runbook=rollback_stopped title="A person stops the rollback"
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
0s      StepEnded step=two state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=last title=Last
0s      AttemptBegan step=last attempt=1
0s      AttemptFailed step=last attempt=1 cause=failed message=Enough.
0s      StepEnded step=last state=FAILED reason=Enough. took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=two inverse=2 description="`b0` back into b"
0s      CallBegan step=two builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `b` is stuck." hint="Shake it.") took=0s
0s      UndoEnded step=two inverse=2 problem="The box `b` is stuck."
0s      Escalated rung="trigger 1" after=0s roles=[lead] why="The rollback stands still. Taking back `two` (`b0` back into b) failed: The box `b` is stuck."
0s      Told message=(to=[lead] subject="Escalation: A person stops the rollback" body="The rollback stands still. Taking back `two` (`b0` back into b) failed: The box `b` is stuck. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
0s      Paused request=(step=two title=Two problem="Taking back `two` (`b0` back into b) failed: The box `b` is stuck." hint="Shake it." choices=[RETRY, DONE_BY_HAND, SKIP, STOP])
0s      PauseAnswered step=two answer=(choice=STOP by=ada)
0s      RollbackEnded complete=false reason="Taking back `two` (`b0` back into b) failed: The box `b` is stuck."
0s      RunEnded outcome=ROLLBACK_FAILED reason="`last` failed: Enough. Taking back `two` (`b0` back into b) failed: The box `b` is stuck." took=0s

ROLLBACK_FAILED {a=a1, b=b1}
