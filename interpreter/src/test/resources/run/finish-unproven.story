0s      RunBegan runbook=finish_unproven title="Nothing to do"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=look title=Look
0s      AttemptBegan step=look attempt=1
0s      StepEnded step=look state=SUCCEEDED took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      CallBegan builtin=lifeboat.writes_work effect=PROBES
0s      Paused request=(step=finish title="Prove that the application can write" problem="The application can't be seen to write." choices=[RETRY, DONE_BY_HAND, ROLLBACK, STOP])
0s      Escalated rung="trigger 1" after=0s roles=[lead] why="`finish` waits for somebody to decide: The application can't be seen to write."
0s      Told message=(to=[lead] subject="Escalation: Nothing to do" body="`finish` waits for somebody to decide: The application can't be seen to write. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
0s      PauseAnswered step=finish answer=(choice=RETRY by=ada)
0s      CallBegan builtin=lifeboat.writes_work effect=PROBES
0s      Paused request=(step=finish title="Prove that the application can write" problem="The application can't be seen to write." choices=[RETRY, DONE_BY_HAND, ROLLBACK, STOP])
0s      Escalated rung="trigger 2" after=0s roles=[lead] why="`finish` waits for somebody to decide: The application can't be seen to write."
0s      Told message=(to=[lead] subject="Escalation: Nothing to do" body="`finish` waits for somebody to decide: The application can't be seen to write. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
0s      PauseAnswered step=finish answer=(choice=STOP by=ada)
0s      RunEnded outcome=NEEDS_A_PERSON reason="The application can't be seen to write." took=0s objectives=[(name=rto limit=30m met=false how="the service was not restored"), (name=rpo limit=15m met=false how="not measured: nothing gave a bound of the loss"), (name=read_only limit=5m met=false how="it was not reached")]

NEEDS_A_PERSON {a=x, app=broken}
