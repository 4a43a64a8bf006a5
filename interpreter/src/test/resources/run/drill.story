0s      RunBegan runbook=drill title="A drill"
0s      PhaseBegan phase=first title=First
0s      StepBegan step=level title=Level
0s      AttemptBegan step=level attempt=1
0s      LevelChanged level=2 affected=Slow
0s      CallBegan step=level builtin=lifeboat.service_level arguments=[2] effect=CHANGES
0s      InverseRegistered inverse=1 step=level description="`fine` for the application" builtin=box.put_back arguments=[app, "fine"]
0s      Told message=(to=[lead] body="[DRILL] They must not hear of this.") deliveries=[lead, customers: A drill reaches no customer and nobody above the team.]
0s      Told message=(subject="[DRILL] Notice" body="[DRILL] Slow") deliveries=[customers: A drill reaches no customer and nobody above the team.]
5m      Escalated rung="rung 1" after=5m roles=[team, lead] why="It has lasted 5m."
5m      Told message=(to=[team, lead] subject="[DRILL] Escalation: A drill" body="[DRILL] It has lasted 5m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team, lead]
10m     Told message=(subject="[DRILL] Notice" body="[DRILL] Slow") deliveries=[customers: A drill reaches no customer and nobody above the team.]
10m     Escalated rung="rung 2" after=10m roles=[cto, lead] why="It has lasted 10m."
10m     Told message=(to=[lead] subject="[DRILL] Escalation: A drill" body="[DRILL] It has lasted 10m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead, cto: A drill reaches no customer and nobody above the team.]
12m     StepEnded step=level state=SUCCEEDED took=12m attempts=1
12m     PhaseEnded phase=first took=12m overBudget=false
12m     RunEnded outcome=DONE took=12m

DONE {a=x, app=level 2}
