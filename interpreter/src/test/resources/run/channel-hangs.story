0s      RunBegan runbook=channel_hangs title="A channel that hangs holds nothing up"
0s      PhaseBegan phase=first title=First
0s      StepBegan step=tell title="Telling takes nothing of a step's time"
0s      AttemptBegan step=tell attempt=1
45s     Told message=(to=[team/vera] body="Look at this.") deliveries=[team/vera: It was given up after 45s.]
50s     StepEnded step=tell state=SUCCEEDED took=50s attempts=1
50s     StepBegan step=long title="A long one"
50s     AttemptBegan step=long attempt=1
5m      Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m."
5m45s   Told message=(to=[team/vera] subject="Escalation: A channel that hangs holds nothing up" body="It has lasted 5m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/vera: It was given up after 45s.]
5m45s   Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m. Whoever was called before could not be reached."
5m45s   Told message=(to=[team/bob] subject="Escalation: A channel that hangs holds nothing up" body="It has lasted 5m. Whoever was called before could not be reached. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/bob]
6m      Escalated rung="rung 2" after=6m roles=[lead] why="It has lasted 6m."
6m      Told message=(to=[lead] subject="Escalation: A channel that hangs holds nothing up" body="It has lasted 6m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
20m50s  StepEnded step=long state=SUCCEEDED took=20m attempts=1
20m50s  PhaseEnded phase=first took=20m50s overBudget=false
20m50s  RunEnded outcome=DONE took=20m50s

DONE {a=x}
