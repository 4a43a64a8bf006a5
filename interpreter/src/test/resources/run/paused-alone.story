0s      RunBegan runbook=paused_alone title="Nobody is there"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=change title=Change
0s      AttemptBegan step=change attempt=1
0s      CallBegan step=change builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=change description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=change attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
0s      Paused request=(step=change title=Change problem="The box `a` is stuck." hint="Shake it." choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
0s      Escalated rung="trigger 1" after=0s roles=[lead] why="`change` waits for somebody to decide: The box `a` is stuck."
0s      Told message=(to=[lead] subject="Escalation: Nobody is there" body="`change` waits for somebody to decide: The box `a` is stuck. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
0s      PauseAnswered step=change answer=(choice=LEAVE by=ada)
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RunEnded outcome=NEEDS_A_PERSON reason="`change` failed: The box `a` is stuck." took=0s

NEEDS_A_PERSON {a=x}
