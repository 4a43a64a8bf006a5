0s      RunBegan runbook=interrupted_branches title="Interrupted in the middle of two branches"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=one title=One
0s      AttemptBegan step=one attempt=1
0s      CallBegan step=one builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=one description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      StepBegan step=two title=Two
0s      AttemptBegan step=two attempt=1
0s      CallBegan step=two builtin=box.put arguments=[b, "y"] effect=CHANGES
0s      InverseRegistered inverse=2 step=two description="`x` back into b" builtin=box.put_back arguments=[b, "x"]
10s     Escalated rung="rung 1" after=10s roles=[team] why="It has lasted 10s."
10s     Told message=(to=[team] subject="Escalation: Interrupted in the middle of two branches" body="It has lasted 10s. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
30s     CallEnded failure=(kind=CANCELLED outcomeUnknown=true message=Cancelled.) took=30s
30s     CallEnded failure=(kind=CANCELLED outcomeUnknown=true message=Cancelled.) took=30s
30s     RunEnded outcome=INTERRUPTED reason="It was interrupted." took=30s

INTERRUPTED {a=x, b=x}
