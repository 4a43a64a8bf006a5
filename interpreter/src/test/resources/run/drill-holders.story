0s      RunBegan runbook=drill_holders title="Nobody above the team"
0s      PhaseBegan phase=first title=First
0s      StepBegan step=tell title=Tell
0s      AttemptBegan step=tell attempt=1
0s      LevelChanged level=2 affected=Slow
0s      CallBegan step=tell builtin=lifeboat.service_level arguments=[2] effect=CHANGES
0s      InverseRegistered inverse=1 step=tell description="`fine` for the application" builtin=box.put_back arguments=[app, "fine"]
0s      Told message=(to=[commander/ada] body="[DRILL] You have to know.") deliveries=[commander/ada, owner: A drill reaches no customer and nobody above the team., nobody: Nobody holds this role in the inventory.]
0s      Escalated rung="trigger 1" after=0s roles=[commander] why="We need you."
0s      Told message=(to=[commander/ada] subject="[DRILL] Escalation: Nobody above the team" body="[DRILL] We need you. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[commander/ada]
0s      Told message=(subject="[DRILL] Notice" body="[DRILL] Slow") deliveries=[customers: A drill reaches no customer and nobody above the team.]
5m      Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m."
5m      Told message=(to=[team/ada] subject="[DRILL] Escalation: Nobody above the team" body="[DRILL] It has lasted 5m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/ada]
5m      Escalated rung="trigger 1" after=0s roles=[commander] why="We need you. Nobody has acknowledged it within 5m."
5m      Told message=(to=[commander/ada] subject="[DRILL] Escalation: Nobody above the team" body="[DRILL] We need you. Nobody has acknowledged it within 5m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[commander/ada]
10m     Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m. Nobody has acknowledged it within 5m."
10m     Told message=(to=[team/bob] subject="[DRILL] Escalation: Nobody above the team" body="[DRILL] It has lasted 5m. Nobody has acknowledged it within 5m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/bob]
11m     Acknowledged rung="rung 1" role=team person=bob how=simulated
20m     Told message=(subject="[DRILL] Notice" body="[DRILL] Slow") deliveries=[customers: A drill reaches no customer and nobody above the team.]
30m     Escalated rung="rung 2" after=30m roles=[cto] why="It has lasted 30m."
30m     Told message=(subject="[DRILL] Escalation: Nobody above the team" body="[DRILL] It has lasted 30m. Phase: First. Service level 2: Slow.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[cto: A drill reaches no customer and nobody above the team.]
35m     StepEnded step=tell state=SUCCEEDED took=35m attempts=1
35m     PhaseEnded phase=first took=35m overBudget=false
35m     RunEnded outcome=DONE took=35m

DONE {a=x, app=level 2}
