0s      RunBegan runbook=retries title=Attempts
0s      PhaseBegan phase=all title=All
0s      StepBegan step=third title="The third works"
0s      AttemptBegan step=third attempt=1
0s      Bound step=third name=before value="x"
0s      CallBegan step=third builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=third description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=third attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
5s      AttemptBegan step=third attempt=2
5s      Bound step=third name=before value="x"
5s      CallBegan step=third builtin=box.put arguments=[a, "y"] effect=CHANGES
5s      InverseRegistered inverse=2 step=third description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
5s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
5s      AttemptFailed step=third attempt=2 cause=failed message="The box `a` is stuck." hint="Shake it."
15s     AttemptBegan step=third attempt=3
15s     Bound step=third name=before value="x"
15s     CallBegan step=third builtin=box.put arguments=[a, "y"] effect=CHANGES
15s     InverseRegistered inverse=3 step=third description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
15s     Did target=a what="put `y`"
15s     StepEnded step=third state=SUCCEEDED took=15s attempts=3
15s     StepBegan step=verified title="Verified, and verified again"
15s     AttemptBegan step=verified attempt=1
15s     Bound step=verified name=n value=1
16s     AttemptFailed step=verified attempt=1 cause=verify message="Not there."
21s     AttemptBegan step=verified attempt=2
21s     Bound step=verified name=n value=1
22s     AttemptFailed step=verified attempt=2 cause=verify message="Not there."
22s     AttemptBegan step=verified attempt=3
22s     Bound step=verified name=n value=1
23s     AttemptFailed step=verified attempt=3 cause=verify message="Not there."
28s     AttemptBegan step=verified attempt=4
28s     Bound step=verified name=n value=1
29s     AttemptFailed step=verified attempt=4 cause=verify message="Not there."
29s     StepEnded step=verified state=FAILED reason="Not there." took=14s attempts=4
29s     PhaseEnded phase=all took=29s overBudget=false
29s     RunEnded outcome=FAILED reason="`verified` failed: Not there." took=29s

FAILED {a=y, b=x}
