0s      RunBegan runbook=straight title="From grace's start to the end"
0s      PhaseBegan phase=first title=First budget=5m
0s      StepBegan step=look title=Look
0s      AttemptBegan step=look attempt=1
0s      Learned fact=candidate value="a"
0s      Learned fact=loss value=1s
0s      Bound step=look name=found value=best a, others none, loss 1s, full true, state FULL, note none
2s      StepEnded step=look state=SUCCEEDED took=2s attempts=1
2s      StepBegan step=tell title=Tell
2s      AttemptBegan step=tell attempt=1
2s      LevelChanged level=3 affected="Orders can be read, not placed"
2s      CallBegan step=tell builtin=lifeboat.service_level arguments=[3] effect=CHANGES
2s      InverseRegistered inverse=1 step=tell description="`fine` for the application" builtin=box.put_back arguments=[app, "fine"]
2s      Reached objective=read_only elapsed=2s
2s      Told message=(to=[lead, team] subject="News: first" body="To do:\n- a\n- b\n\nLevel 3: Orders can be read, not placed, for 2s; told by lead.") deliveries=[lead, team]
2s      Told message=(to=[team] channels=[slack] body="Only a") deliveries=[team]
2s      StepEnded step=tell state=SUCCEEDED took=0s attempts=1
2s      StepSkipped step=never title=Never reason="`look.found.loss > rpo` is not so."
2s      StepBegan step=skipped title=Skipped
2s      AttemptBegan step=skipped attempt=1
2s      StepEnded step=skipped state=SKIPPED reason="There is nothing to do." took=0s attempts=1
2s      StepBegan step=change title=Change
2s      AttemptBegan step=change attempt=1
2s      CallBegan step=change builtin=box.put arguments=[a, "y"] effect=CHANGES
2s      InverseRegistered inverse=2 step=change description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
2s      Did target=a what="put `y`"
2s      StepEnded step=change state=SUCCEEDED took=0s attempts=1
2s      PhaseEnded phase=first took=2s overBudget=false
2s      PhaseSkipped phase=second reason="`skipped.succeeded` is not so."
2s      PhaseBegan phase=third title=Third
2s      StepBegan step=restore title=Restore
2s      AttemptBegan step=restore attempt=1
22s     Reached objective=complete elapsed=22s
22s     LevelChanged level=1 affected="Everything is back"
22s     CallBegan step=restore builtin=lifeboat.service_level arguments=[1] effect=CHANGES
22s     InverseRegistered inverse=3 step=restore description="`level 3` for the application" builtin=box.put_back arguments=[app, "level 3"]
22s     Reached objective=service_restored elapsed=22s
22s     StepEnded step=restore state=SUCCEEDED took=20s attempts=1
22s     PhaseEnded phase=third took=20s overBudget=false
22s     CallBegan builtin=lifeboat.writes_work effect=PROBES
22s     RunEnded outcome=OBJECTIVE_MISSED took=22s objectives=[(name=rto limit=30m measured=22s met=true how="from the start to `reached service_restored`"), (name=rpo limit=15m measured=1s met=true how="the bound of the loss that was found"), (name=read_only limit=5m measured=2s met=true how="from the start to `reached read_only`"), (name=complete limit=10s measured=22s met=false how="from the start to `reached complete`")]

OBJECTIVE_MISSED {a=y, app=level 1}
