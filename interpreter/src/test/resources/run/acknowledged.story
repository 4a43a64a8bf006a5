0s      RunBegan runbook=acknowledged title="An acknowledgement stops its rung, not the higher ones"
0s      PhaseBegan phase=first title=First
0s      StepBegan step=long title="A long one"
0s      AttemptBegan step=long attempt=1
5m      Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m."
5m      Told message=(to=[team/ada] subject="Escalation: An acknowledgement stops its rung, not the higher ones" body="It has lasted 5m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/ada]
8m      Acknowledged rung="rung 1" role=team person=ada how=simulated
15m     Escalated rung="rung 2" after=15m roles=[team, lead] why="It has lasted 15m."
15m     Told message=(to=[team/ada, lead] subject="Escalation: An acknowledgement stops its rung, not the higher ones" body="It has lasted 15m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/ada, lead]
18m     Acknowledged rung="rung 2" role=team person=ada how=simulated
40m     StepEnded step=long state=SUCCEEDED took=40m attempts=1
40m     PhaseEnded phase=first took=40m overBudget=false
40m     RunEnded outcome=DONE took=40m

DONE {a=x}
