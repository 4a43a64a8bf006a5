0s      RunBegan runbook=finish_watched title="Nothing to do"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=look title=Look
0s      AttemptBegan step=look attempt=1
0s      StepEnded step=look state=SUCCEEDED took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      CallBegan builtin=lifeboat.writes_work effect=PROBES
0s      RunEnded outcome=DONE reason="It works." took=0s objectives=[(name=rto limit=30m measured=0s met=true how="from the first refused write to the first accepted one"), (name=rpo limit=15m measured=0s met=true how="the age of the oldest acknowledged write that is lost"), (name=read_only limit=5m measured=0s met=true how="from the start to `finish`")]

DONE {a=x, app=fine}
