0s      RunBegan runbook=expressions title="What expressions come to"
0s      Bound name=place value=a
0s      PhaseBegan phase=all title=All
0s      StepBegan step=numbers title=Numbers
0s      AttemptBegan step=numbers attempt=1
0s      Bound step=numbers name=sum value=7
0s      Bound step=numbers name=half value=3.5
0s      Bound step=numbers name=mixed value=1.5
0s      Bound step=numbers name=negative value=2
0s      Bound step=numbers name=precise value=0.3333333333333333
0s      StepEnded step=numbers state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=units title="Units are kept"
0s      AttemptBegan step=units attempt=1
0s      Bound step=units name=longer value=10m 30s
0s      Bound step=units name=ratio value=4
0s      Bound step=units name=part value=2.5GB
0s      Bound step=units name=share value=50%
0s      Bound step=units name=both value=1, 2 and 3
0s      Bound step=units name=span value=30m
0s      Bound step=units name=later value=2026-01-01T14:00:00Z
0s      Bound step=units name=left value=10m
0s      Bound step=units name=percents value=42.5%
0s      StepEnded step=units state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=conditions title=Conditions
0s      AttemptBegan step=conditions attempt=1
0s      Bound step=conditions name=lazy_and value=false
0s      Bound step=conditions name=lazy_or value=true
0s      Bound step=conditions name=choice value="more"
0s      Bound step=conditions name=fallback value="nothing"
0s      Bound step=conditions name=equal value=true
0s      Bound step=conditions name=member value=true
0s      Bound step=conditions name=order value=true
0s      Bound step=conditions name=same value=true
0s      StepEnded step=conditions state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=lists title=Lists
0s      AttemptBegan step=lists attempt=1
0s      Bound step=lists name=squares value=1 and 9
0s      Bound step=lists name=second value=9
0s      Bound step=lists name=many value=3
0s      Learned fact=candidate value="b"
0s      Learned fact=loss value=3s
0s      Bound step=lists name=survey value=best b, others a, loss 3s, full true, state FULL, note none
0s      Bound step=lists name=winner value=b
0s      Bound step=lists name=others value=a
0s      Bound step=lists name=note value="no note"
0s      StepEnded step=lists state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=texts title="Texts: 20m at a"
0s      AttemptBegan step=texts attempt=1
0s      Bound step=texts name=said value="b holds two; grace waits 20m"
0s      Bound step=texts name=sql value="SELECT * FROM t WHERE name = ? AND n > ? [b holds two; grace waits 20m, 2]"
0s      Bound step=texts name=command value="ls 'it'\''s' /tmp"
0s      StepEnded step=texts state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=branches title=Branches
0s      AttemptBegan step=branches attempt=1
3s      CallBegan step=branches builtin=box.put arguments=[a, "y"] effect=CHANGES
3s      InverseRegistered inverse=1 step=branches description="`one` back into a" builtin=box.put_back arguments=[a, "one"]
3s      Did target=a what="put `y`"
3s      StepEnded step=branches state=SUCCEEDED took=3s attempts=1
3s      StepBegan step=errors title="What can't be told"
3s      AttemptBegan step=errors attempt=1
3s      Bound step=errors name=zero value=0
3s      AttemptFailed step=errors attempt=1 cause=failed message="`1 / zero` divides by zero."
3s      StepEnded step=errors state=FAILED reason="`1 / zero` divides by zero." took=0s attempts=1
3s      StepBegan step=places title="What is not there"
3s      AttemptBegan step=places attempt=1
3s      AttemptFailed step=places attempt=1 cause=failed message="`lists.squares` has 2 elements, counted from 0; there is none at 7."
3s      Told message=(to=[lead] body="It failed: `lists.squares` has 2 elements, counted from 0; there is none at 7.") deliveries=[lead]
3s      StepEnded step=places state=FAILED reason="`lists.squares` has 2 elements, counted from 0; there is none at 7." took=0s attempts=1
3s      StepBegan step=large title="What is too large"
3s      AttemptBegan step=large attempt=1
3s      AttemptFailed step=large attempt=1 cause=failed message="`9_000_000_000_000_000_000 + 9_000_000_000_000_000_000` is larger than such a value can be."
3s      StepEnded step=large state=FAILED reason="`9_000_000_000_000_000_000 + 9_000_000_000_000_000_000` is larger than such a value can be." took=0s attempts=1
3s      StepSkipped step=maybe title="What was not bound" reason="`(errors.never ?? 0.5) > 1` is not so."
3s      PhaseEnded phase=all took=3s overBudget=false
3s      CallBegan builtin=lifeboat.writes_work effect=PROBES
3s      RunEnded outcome=DONE took=3s objectives=[(name=rto limit=30m measured=3s met=true how="from the start to the end"), (name=rpo limit=15m measured=3s met=true how="the bound of the loss that was found")]

DONE {a=y, app=fine, b=two}
