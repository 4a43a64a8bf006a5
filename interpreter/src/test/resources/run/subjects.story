0s      RunBegan runbook=subjects title="A subject is one line"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=given title=Given
0s      AttemptBegan step=given attempt=1
0s      Told message=(to=[lead] subject="News: one two three" body="one\ntwo\n	three") deliveries=[lead]
0s      StepEnded step=given state=SUCCEEDED took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RunEnded outcome=DONE took=0s

DONE {}
