0s      RunBegan runbook=side_by_side title="Side by side"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=which title=Which
0s      AttemptBegan step=which attempt=1
0s      Bound step=which name=third value=b
0s      StepEnded step=which state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=one title=One
0s      AttemptBegan step=one attempt=1
0s      CallBegan step=one builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=1 step=one description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      StepBegan step=two title=Two
0s      AttemptBegan step=two attempt=1
0s      CallBegan step=two builtin=box.put arguments=[b, "b1"] effect=CHANGES
0s      InverseRegistered inverse=2 step=two description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
0s      StepBegan step=clash title=Clash
0s      AttemptBegan step=clash attempt=1
0s      StepBegan step=rolls title="Rolls back"
0s      AttemptBegan step=rolls attempt=1
1s      AttemptFailed step=clash attempt=1 cause=failed message="`box.put` would change `b`, which another step beside this one has changed already." hint="Let steps that change the same server run one after the other."
1s      Paused request=(step=clash title=Clash problem="`box.put` would change `b`, which another step beside this one has changed already." hint="Let steps that change the same server run one after the other." choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
2s      AttemptFailed step=rolls attempt=1 cause=failed message=Back.
2s      StepEnded step=rolls state=FAILED reason=Back. took=2s attempts=1
3s      Did target=b what="put `b1`"
3s      StepEnded step=two state=SUCCEEDED took=3s attempts=1
10s     Did target=a what="put `a1`"
10s     StepEnded step=one state=SUCCEEDED took=10s attempts=1
1m1s    PauseAnswered step=clash answer=(choice=SKIP by=ada reason="one is enough")
1m1s    StepEnded step=clash state=SKIPPED reason="`ada` skipped it: one is enough" took=1m1s attempts=1
1m1s    PhaseEnded phase=all took=1m1s overBudget=false
1m1s    RollbackBegan
1m1s    UndoBegan step=two inverse=2 description="`b0` back into b"
1m1s    CallBegan step=two builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
1m1s    UndoEnded step=two inverse=2
1m1s    UndoBegan step=one inverse=1 description="`a0` back into a"
1m1s    CallBegan step=one builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
1m1s    UndoEnded step=one inverse=1
1m1s    RollbackEnded complete=true
1m1s    RunEnded outcome=ROLLED_BACK reason="`rolls` failed: Back." took=1m1s

ROLLED_BACK {a=a0, b=b0, c=c0}
