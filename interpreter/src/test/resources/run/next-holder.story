0s      RunBegan runbook=next_holder title="A rung nobody acknowledges goes to the next holder"
0s      PhaseBegan phase=first title=First
0s      StepBegan step=hangs title="A step that hangs holds nothing up"
0s      AttemptBegan step=hangs attempt=1
5m      Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m."
5m      Told message=(to=[team/ada] subject="Escalation: A rung nobody acknowledges goes to the next holder" body="It has lasted 5m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/ada]
10m     Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m. Nobody has acknowledged it within 5m."
10m     Told message=(to=[team/bob] subject="Escalation: A rung nobody acknowledges goes to the next holder" body="It has lasted 5m. Nobody has acknowledged it within 5m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/bob]
12m     Acknowledged rung="rung 1" role=team person=bob how=simulated
15m     Escalated rung="rung 2" after=15m roles=[lead] why="It has lasted 15m."
15m     Told message=(to=[lead/lin] subject="Escalation: A rung nobody acknowledges goes to the next holder" body="It has lasted 15m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead/lin]
20m     Escalated rung="rung 2" after=15m roles=[lead] why="It has lasted 15m. Nobody has acknowledged it within 5m."
20m     Told message=(to=[lead/lin] subject="Escalation: A rung nobody acknowledges goes to the next holder" body="It has lasted 15m. Nobody has acknowledged it within 5m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead/lin]
40m     Escalated rung="rung 3" after=40m roles=[cto] why="It has lasted 40m."
40m     Told message=(to=[cto/cleo] subject="Escalation: A rung nobody acknowledges goes to the next holder" body="It has lasted 40m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[cto/cleo]
41m     Acknowledged rung="rung 3" role=cto person=cleo how=simulated
45m     AttemptFailed step=hangs attempt=1 cause=failed message="`box.holds(server("a"), "y")` did not come true within 45m."
45m     StepEnded step=hangs state=FAILED reason="`box.holds(server("a"), "y")` did not come true within 45m." took=45m attempts=1
45m     StepBegan step=help title=Help
45m     AttemptBegan step=help attempt=1
45m     Escalated rung="trigger 1" after=45m roles=[team] why="We need you."
45m     Told message=(to=[team/ada] subject="Escalation: A rung nobody acknowledges goes to the next holder" body="We need you. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/ada]
45m     StepEnded step=help state=SUCCEEDED took=0s attempts=1
45m     StepBegan step=restored title="It works again"
45m     AttemptBegan step=restored attempt=1
50m     Escalated rung="trigger 1" after=45m roles=[team] why="We need you. Nobody has acknowledged it within 5m."
50m     Told message=(to=[team/bob] subject="Escalation: A rung nobody acknowledges goes to the next holder" body="We need you. Nobody has acknowledged it within 5m. Phase: First.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team/bob]
52m     Acknowledged rung="trigger 1" role=team person=bob how=simulated
55m     Reached objective=service_restored elapsed=55m
1h55m   StepEnded step=restored state=SUCCEEDED took=1h10m attempts=1
1h55m   PhaseEnded phase=first took=1h55m overBudget=false
1h55m   RunEnded outcome=DONE took=1h55m

DONE {a=x}
