0s      RunBegan runbook=ladder title="The ladder and the updates"
0s      PhaseBegan phase=first title=First budget=5m
0s      StepBegan step=level title=Level
0s      AttemptBegan step=level attempt=1
0s      LevelChanged level=2 affected=Slow
0s      CallBegan step=level builtin=lifeboat.service_level arguments=[2] effect=CHANGES
0s      InverseRegistered inverse=1 step=level description="`fine` for the application" builtin=box.put_back arguments=[app, "fine"]
0s      Reached objective=read_only elapsed=12m
0s      StepEnded step=level state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=long title="A long one"
0s      AttemptBegan step=long attempt=1
0s      Told message=(to=[customers] subject=Notice body="Since 2026-01-01T02:48:00Z, for 12m: Slow. Next: 2026-01-01T03:10:00Z") deliveries=[customers]
0s      Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m."
0s      Told message=(to=[team] subject="Escalation: The ladder and the updates" body="It has lasted 5m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
0s      Escalated rung="rung 2" after=10m roles=[lead] why="It has lasted 10m."
0s      Told message=(to=[lead] subject="Escalation: The ladder and the updates" body="It has lasted 10m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
5m      Escalated rung="trigger 1" after=17m roles=[cto] why="Phase `first` has overrun its 5m."
5m      Told message=(to=[cto] subject="Escalation: The ladder and the updates" body="Phase `first` has overrun its 5m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[cto]
8m      Escalated rung="rung 3" after=20m roles=[cto] why="It has lasted 20m."
8m      Told message=(to=[cto] subject="Escalation: The ladder and the updates" body="It has lasted 20m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[cto]
10m     Told message=(to=[customers] subject=Notice body="Since 2026-01-01T02:48:00Z, for 22m: Slow. Next: 2026-01-01T03:20:00Z") deliveries=[customers]
20m     Told message=(to=[customers] subject=Notice body="Since 2026-01-01T02:48:00Z, for 32m: Slow. Next: 2026-01-01T03:30:00Z") deliveries=[customers]
25m     StepEnded step=long state=SUCCEEDED took=25m attempts=1
25m     StepBegan step=help title=Help
25m     AttemptBegan step=help attempt=1
25m     Escalated rung="trigger 2" after=37m roles=[vendor] why="It takes 25m."
25m     Told message=(to=[vendor] subject="Escalation: The ladder and the updates" body="It takes 25m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[vendor]
25m     LevelChanged level=1 affected="Everything is back"
25m     CallBegan step=help builtin=lifeboat.service_level arguments=[1] effect=CHANGES
25m     InverseRegistered inverse=2 step=help description="`level 2` for the application" builtin=box.put_back arguments=[app, "level 2"]
25m     Reached objective=service_restored elapsed=37m
25m     StepEnded step=help state=SUCCEEDED took=0s attempts=1
25m     StepBegan step=after title="After that nobody is woken"
25m     AttemptBegan step=after attempt=1
2h25m   StepEnded step=after state=SUCCEEDED took=2h attempts=1
2h25m   PhaseEnded phase=first took=2h25m overBudget=true
2h25m   CallBegan builtin=lifeboat.writes_work effect=PROBES
2h25m   RunEnded outcome=DONE took=2h25m objectives=[(name=rto limit=1h measured=37m met=true how="from the start to `reached service_restored`"), (name=read_only limit=15m measured=12m met=true how="from the start to `reached read_only`")]

DONE {a=x, app=level 1}
