0s      RunBegan runbook=rollback title="Everything is taken back"
0s      PhaseBegan phase=first title=First
0s      StepBegan step=two title="Two calls"
0s      AttemptBegan step=two attempt=1
0s      CallBegan step=two builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=1 step=two description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a1`"
0s      CallBegan step=two builtin=box.add arguments=[a, "a2"] effect=CHANGES
0s      InverseRegistered inverse=2 step=two description="`a1` back into a" builtin=box.put_back arguments=[a, "a1"]
0s      CallBegan step=two builtin=box.put arguments=[b, "b1"] effect=CHANGES
0s      InverseRegistered inverse=3 step=two description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
0s      Did target=b what="put `b1`"
0s      StepEnded step=two state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=level title="A service level"
0s      AttemptBegan step=level attempt=1
0s      LevelChanged level=3 affected="Half of it"
0s      CallBegan step=level builtin=lifeboat.service_level arguments=[3] effect=CHANGES
0s      InverseRegistered inverse=4 step=level description="`fine` for the application" builtin=box.put_back arguments=[app, "fine"]
0s      StepEnded step=level state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=fence title="A fence"
0s      AttemptBegan step=fence attempt=1
0s      CallBegan step=fence builtin=box.seal arguments=[c] effect=CHANGES
0s      InverseRegistered inverse=5 step=fence description="unseal c" builtin=box.put_back arguments=[c, "c0"]
0s      Learned fact=seal value="wax"
0s      StepEnded step=fence state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=failed title="One that failed and went on"
0s      AttemptBegan step=failed attempt=1
0s      CallBegan step=failed builtin=box.put arguments=[b, "b2"] effect=CHANGES
0s      InverseRegistered inverse=6 step=failed description="`b1` back into b" builtin=box.put_back arguments=[b, "b1"]
0s      Did target=b what="put `b2`"
0s      AttemptFailed step=failed attempt=1 cause=failed message=Enough.
0s      CallBegan step=failed builtin=box.put arguments=[a, "a3"] effect=CHANGES
0s      InverseRegistered inverse=7 step=failed description="`a1a2` back into a" builtin=box.put_back arguments=[a, "a1a2"]
0s      Did target=a what="put `a3`"
0s      StepEnded step=failed state=FAILED reason=Enough. took=0s attempts=1
0s      PhaseEnded phase=first took=0s overBudget=false
0s      PhaseBegan phase=second title=Second
0s      StepBegan step=own title="One with an undo of its own"
0s      AttemptBegan step=own attempt=1
0s      Bound step=own name=before value="d0"
0s      CallBegan step=own builtin=box.put arguments=[d, "d1"] effect=CHANGES
0s      InverseRegistered inverse=8 step=own description="`d0` back into d" builtin=box.put_back arguments=[d, "d0"]
0s      Did target=d what="put `d1`"
0s      StepEnded step=own state=SUCCEEDED took=0s attempts=1
0s      StepSkipped step=skipped title="One that never was" reason="`failed.succeeded` is not so."
0s      StepBegan step=doubtful title="One that nobody saw the end of"
0s      AttemptBegan step=doubtful attempt=1
0s      CallBegan step=doubtful builtin=box.put arguments=[e, "e1"] effect=CHANGES
0s      InverseRegistered inverse=9 step=doubtful description="`e0` back into e" builtin=box.put_back arguments=[e, "e0"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=true message="The box `e` did not answer.") took=0s
0s      AttemptFailed step=doubtful attempt=1 cause=unknown message="The box `e` did not answer."
0s      StepEnded step=doubtful state=UNKNOWN reason="The box `e` did not answer." took=0s attempts=1
0s      StepBegan step=last title="The one that fails"
0s      AttemptBegan step=last attempt=1
0s      LevelChanged level=4 affected="None of it"
0s      CallBegan step=last builtin=lifeboat.service_level arguments=[4] effect=CHANGES
0s      InverseRegistered inverse=10 step=last description="`level 3` for the application" builtin=box.put_back arguments=[app, "level 3"]
0s      AttemptFailed step=last attempt=1 cause=failed message="It is over." evidence=["`fence.failed` is false"]
0s      StepEnded step=last state=FAILED reason="It is over." took=0s attempts=1
0s      PhaseEnded phase=second took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=last inverse=10 description="`level 3` for the application"
0s      CallBegan step=last builtin=box.put_back arguments=[app, "level 3"] effect=CHANGES
0s      UndoEnded step=last inverse=10
0s      LevelChanged level=3 affected="Half of it"
0s      UndoBegan step=doubtful inverse=9 description="`e0` back into e"
0s      CallBegan step=doubtful builtin=box.put_back arguments=[e, "e0"] effect=CHANGES
0s      UndoEnded step=doubtful inverse=9
0s      UndoBegan step=own inverse=0 description="its `undo`"
0s      CallBegan step=own builtin=box.put arguments=[d, "undone d0"] effect=CHANGES
0s      InverseRegistered inverse=11 step=own description="`d1` back into d" builtin=box.put_back arguments=[d, "d1"]
0s      Did target=d what="put `undone d0`"
0s      UndoEnded step=own inverse=0
0s      UndoBegan step=failed inverse=7 description="`a1a2` back into a"
0s      CallBegan step=failed builtin=box.put_back arguments=[a, "a1a2"] effect=CHANGES
0s      UndoEnded step=failed inverse=7
0s      UndoBegan step=failed inverse=6 description="`b1` back into b"
0s      CallBegan step=failed builtin=box.put_back arguments=[b, "b1"] effect=CHANGES
0s      UndoEnded step=failed inverse=6
0s      Kept step=fence why="A fence stays, 0s or not."
0s      UndoBegan step=level inverse=4 description="`fine` for the application"
0s      CallBegan step=level builtin=box.put_back arguments=[app, "fine"] effect=CHANGES
0s      UndoEnded step=level inverse=4
0s      LevelChanged level=1
0s      UndoBegan step=two inverse=3 description="`b0` back into b"
0s      CallBegan step=two builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
0s      UndoEnded step=two inverse=3
0s      UndoBegan step=two inverse=2 description="`a1` back into a"
0s      CallBegan step=two builtin=box.put_back arguments=[a, "a1"] effect=CHANGES
0s      UndoEnded step=two inverse=2
0s      UndoBegan step=two inverse=1 description="`a0` back into a"
0s      CallBegan step=two builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
0s      UndoEnded step=two inverse=1
0s      Told message=(to=[lead] subject="Kept by the rollback: Everything is taken back" body="- fence: A fence stays, 0s or not.") deliveries=[lead]
0s      RollbackEnded complete=true
0s      RunEnded outcome=ROLLED_BACK reason="`last` failed: It is over." took=0s

ROLLED_BACK {a=a0, app=fine, b=b0, c=sealed c0, d=undone d0, e=e0}
