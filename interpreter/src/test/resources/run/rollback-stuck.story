0s      RunBegan runbook=rollback_stuck title="An undo fails"
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
0s      StepBegan step=burnt title=Burnt
0s      AttemptBegan step=burnt attempt=1
0s      CallBegan step=burnt builtin=box.burn arguments=[c] effect=DESTROYS
0s      StepEnded step=burnt state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=four title=Four
0s      AttemptBegan step=four attempt=1
0s      CallBegan step=four builtin=box.put arguments=[d, "d1"] effect=CHANGES
0s      InverseRegistered inverse=3 step=four description="`d0` back into d" builtin=box.put_back arguments=[d, "d0"]
0s      Did target=d what="put `d1`"
0s      StepEnded step=four state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=last title=Last
0s      AttemptBegan step=last attempt=1
0s      AttemptFailed step=last attempt=1 cause=failed message=Enough.
0s      StepEnded step=last state=FAILED reason=Enough. took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=four inverse=3 description="`d0` back into d"
0s      CallBegan step=four builtin=box.put_back arguments=[d, "d0"] effect=CHANGES
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `d` is stuck." hint="Shake it.") took=0s
0s      UndoEnded step=four inverse=3 problem="The box `d` is stuck."
0s      Escalated rung="trigger 1" after=0s roles=[team] why="The rollback stands still. Taking back `four` (`d0` back into d) failed: The box `d` is stuck."
0s      Told message=(to=[team] subject="Escalation: An undo fails" body="The rollback stands still. Taking back `four` (`d0` back into d) failed: The box `d` is stuck. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
0s      Paused request=(step=four title=Four problem="Taking back `four` (`d0` back into d) failed: The box `d` is stuck." hint="Shake it." choices=[RETRY, DONE_BY_HAND, SKIP, STOP])
0s      PauseAnswered step=four answer=(choice=DONE_BY_HAND by=ada reason="it was done")
0s      Escalated rung="trigger 2" after=0s roles=[team] why="The rollback stands still. `burnt` can't be taken back: What is burnt is burnt."
0s      Told message=(to=[team] subject="Escalation: An undo fails" body="The rollback stands still. `burnt` can't be taken back: What is burnt is burnt. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
0s      Paused request=(step=burnt title=Burnt problem="`burnt` can't be taken back: What is burnt is burnt." choices=[SKIP, DONE_BY_HAND, STOP])
0s      PauseAnswered step=burnt answer=(choice=SKIP by=ada reason="it is known")
0s      Kept step=burnt why="What is burnt is burnt."
0s      UndoBegan step=two inverse=2 description="`b0` back into b"
0s      CallBegan step=two builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
1m      CallEnded failure=(kind=TIME_UP outcomeUnknown=true message="The time was up.") took=1m
1m      UndoEnded step=two inverse=2 problem="It was not finished within 1m."
1m      Escalated rung="trigger 3" after=1m roles=[team] why="The rollback stands still. Taking back `two` (`b0` back into b) failed: It was not finished within 1m."
1m      Told message=(to=[team] subject="Escalation: An undo fails" body="The rollback stands still. Taking back `two` (`b0` back into b) failed: It was not finished within 1m. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
1m      Paused request=(step=two title=Two problem="Taking back `two` (`b0` back into b) failed: It was not finished within 1m." choices=[RETRY, DONE_BY_HAND, SKIP, STOP])
1m      PauseAnswered step=two answer=(choice=SKIP by=ada reason="somebody will see to it")
1m      UndoBegan step=one inverse=1 description="`a0` back into a"
1m      CallBegan step=one builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
1m      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
1m      UndoEnded step=one inverse=1 problem="The box `a` is stuck."
1m      Escalated rung="trigger 4" after=1m roles=[team] why="The rollback stands still. Taking back `one` (`a0` back into a) failed: The box `a` is stuck."
1m      Told message=(to=[team] subject="Escalation: An undo fails" body="The rollback stands still. Taking back `one` (`a0` back into a) failed: The box `a` is stuck. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
1m      Paused request=(step=one title=One problem="Taking back `one` (`a0` back into a) failed: The box `a` is stuck." hint="Shake it." choices=[RETRY, DONE_BY_HAND, SKIP, STOP])
1m      PauseAnswered step=one answer=(choice=RETRY by=ada)
1m      UndoBegan step=one inverse=1 description="`a0` back into a"
1m      CallBegan step=one builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
1m      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
1m      UndoEnded step=one inverse=1 problem="The box `a` is stuck."
1m      Escalated rung="trigger 5" after=1m roles=[team] why="The rollback stands still. Taking back `one` (`a0` back into a) failed: The box `a` is stuck."
1m      Told message=(to=[team] subject="Escalation: An undo fails" body="The rollback stands still. Taking back `one` (`a0` back into a) failed: The box `a` is stuck. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
1m      Paused request=(step=one title=One problem="Taking back `one` (`a0` back into a) failed: The box `a` is stuck." hint="Shake it." choices=[RETRY, DONE_BY_HAND, SKIP, STOP])
1m      PauseAnswered step=one answer=(choice=RETRY by=ada)
1m      UndoBegan step=one inverse=1 description="`a0` back into a"
1m      CallBegan step=one builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
1m      UndoEnded step=one inverse=1
1m      Told message=(to=[lead] subject="Kept by the rollback: An undo fails" body="- burnt: What is burnt is burnt.") deliveries=[lead]
1m      RollbackEnded complete=false reason="Left in place: `two` (`b0` back into b)."
1m      RunEnded outcome=ROLLBACK_FAILED reason="`last` failed: Enough. Left in place: `two` (`b0` back into b)." took=1m

ROLLBACK_FAILED {a=a0, b=b1, c=ashes, d=d1}
