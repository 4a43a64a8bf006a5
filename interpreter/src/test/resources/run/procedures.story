0s      RunBegan runbook=procedures title="Procedures and people's work"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=one title="Refill a box"
0s      AttemptBegan step=one attempt=1
0s      StepBegan step=one.empty_it title="Empty a"
0s      AttemptBegan step=one.empty_it attempt=1
0s      Bound step=one.empty_it name=before value="a0"
0s      CallBegan step=one.empty_it builtin=box.put arguments=[a, ""] effect=CHANGES
0s      InverseRegistered inverse=1 step=one.empty_it description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put ``"
0s      StepEnded step=one.empty_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=one.fill_it title="Fill a with water"
0s      AttemptBegan step=one.fill_it attempt=1
0s      CallBegan step=one.fill_it builtin=box.put arguments=[a, "water for a0"] effect=CHANGES
0s      InverseRegistered inverse=2 step=one.fill_it description="`` back into a" builtin=box.put_back arguments=[a, ""]
0s      Did target=a what="put `water for a0`"
0s      StepEnded step=one.fill_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=one.spell[p] title="Spell p"
0s      AttemptBegan step=one.spell[p] attempt=1
0s      CallBegan step=one.spell[p] builtin=box.add arguments=[a, "p"] effect=CHANGES
0s      InverseRegistered inverse=3 step=one.spell[p] description="`water for a0` back into a" builtin=box.put_back arguments=[a, "water for a0"]
0s      StepEnded step=one.spell[p] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=one.spell[q] title="Spell q"
0s      AttemptBegan step=one.spell[q] attempt=1
0s      CallBegan step=one.spell[q] builtin=box.add arguments=[a, "q"] effect=CHANGES
0s      InverseRegistered inverse=4 step=one.spell[q] description="`water for a0p` back into a" builtin=box.put_back arguments=[a, "water for a0p"]
0s      StepEnded step=one.spell[q] state=SUCCEEDED took=0s attempts=1
0s      StepEnded step=one state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=told title=Told
0s      AttemptBegan step=told attempt=1
0s      Told message=(to=[lead] body="[DRILL] a0 was there") deliveries=[lead]
0s      StepEnded step=told state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=two title="Refill a box"
0s      AttemptBegan step=two attempt=1
0s      StepBegan step=two.empty_it title="Empty b"
0s      AttemptBegan step=two.empty_it attempt=1
0s      Bound step=two.empty_it name=before value="b0"
0s      CallBegan step=two.empty_it builtin=box.put arguments=[b, ""] effect=CHANGES
0s      InverseRegistered inverse=5 step=two.empty_it description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
0s      Did target=b what="put ``"
0s      StepEnded step=two.empty_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=two.fill_it title="Fill b with air"
0s      AttemptBegan step=two.fill_it attempt=1
0s      CallBegan step=two.fill_it builtin=box.put arguments=[b, "air for b0"] effect=CHANGES
0s      InverseRegistered inverse=6 step=two.fill_it description="`` back into b" builtin=box.put_back arguments=[b, ""]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `b` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=two.fill_it attempt=1 cause=failed message="The box `b` is stuck." hint="Shake it."
0s      StepEnded step=two.fill_it state=FAILED reason="The box `b` is stuck." took=0s attempts=1
0s      AttemptFailed step=two attempt=1 cause=failed message="`two.fill_it` failed: The box `b` is stuck." hint="Shake it."
0s      Told message=(to=[lead] body="[DRILL] `two.fill_it` failed: The box `b` is stuck.") deliveries=[lead]
0s      StepEnded step=two state=FAILED reason="`two.fill_it` failed: The box `b` is stuck." took=0s attempts=1
0s      StepBegan step=three title="Refill a box"
0s      AttemptBegan step=three attempt=1
0s      StepBegan step=three.empty_it title="Empty a"
0s      AttemptBegan step=three.empty_it attempt=1
0s      Bound step=three.empty_it name=before value="water for a0pq"
0s      CallBegan step=three.empty_it builtin=box.put arguments=[a, ""] effect=CHANGES
0s      InverseRegistered inverse=7 step=three.empty_it description="`water for a0pq` back into a" builtin=box.put_back arguments=[a, "water for a0pq"]
0s      Did target=a what="put ``"
0s      StepEnded step=three.empty_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=three.fill_it title="Fill a with oil"
0s      AttemptBegan step=three.fill_it attempt=1
0s      CallBegan step=three.fill_it builtin=box.put arguments=[a, "oil for water for a0pq"] effect=CHANGES
0s      InverseRegistered inverse=8 step=three.fill_it description="`` back into a" builtin=box.put_back arguments=[a, ""]
0s      Did target=a what="put `oil for water for a0pq`"
0s      StepEnded step=three.fill_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=three.spell[p] title="Spell p"
0s      AttemptBegan step=three.spell[p] attempt=1
0s      CallBegan step=three.spell[p] builtin=box.add arguments=[a, "p"] effect=CHANGES
0s      InverseRegistered inverse=9 step=three.spell[p] description="`oil for water for a0pq` back into a" builtin=box.put_back arguments=[a, "oil for water for a0pq"]
0s      StepEnded step=three.spell[p] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=three.spell[q] title="Spell q"
0s      AttemptBegan step=three.spell[q] attempt=1
0s      CallBegan step=three.spell[q] builtin=box.add arguments=[a, "q"] effect=CHANGES
0s      InverseRegistered inverse=10 step=three.spell[q] description="`oil for water for a0pqp` back into a" builtin=box.put_back arguments=[a, "oil for water for a0pqp"]
0s      StepEnded step=three.spell[q] state=SUCCEEDED took=0s attempts=1
0s      StepEnded step=three state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=call_them title="Call them"
0s      AttemptBegan step=call_them attempt=1
5m      Asked question=(step=call_them name=done type=bool text="Call them (`@lead`): is it done?" many=false)
5m      Answered step=call_them name=done answer=(value=true by=ada)
5m      StepEnded step=call_them state=SUCCEEDED took=5m attempts=1
5m      StepBegan step=refused title="Do it"
5m      AttemptBegan step=refused attempt=1
6m      Asked question=(step=refused name=done type=bool text="Do it (`@lead`): is it done?" many=false)
6m      Answered step=refused name=done answer=(value=false by=ada)
6m      AttemptFailed step=refused attempt=1 cause=failed message="It was not done by hand."
6m      StepEnded step=refused state=FAILED reason="It was not done by hand." took=1m attempts=1
6m      PhaseEnded phase=all took=6m overBudget=false
6m      RollbackBegan
6m      Kept step=call_them why="It was done by hand, and nothing says how to take it back."
6m      Kept step=three why="It stays."
6m      UndoBegan step=two.fill_it inverse=6 description="`` back into b"
6m      CallBegan step=two.fill_it builtin=box.put_back arguments=[b, ""] effect=CHANGES
6m      UndoEnded step=two.fill_it inverse=6
6m      UndoBegan step=two.empty_it inverse=5 description="`b0` back into b"
6m      CallBegan step=two.empty_it builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
6m      UndoEnded step=two.empty_it inverse=5
6m      UndoBegan step=one.spell[q] inverse=4 description="`water for a0p` back into a"
6m      CallBegan step=one.spell[q] builtin=box.put_back arguments=[a, "water for a0p"] effect=CHANGES
6m      UndoEnded step=one.spell[q] inverse=4
6m      UndoBegan step=one.spell[p] inverse=3 description="`water for a0` back into a"
6m      CallBegan step=one.spell[p] builtin=box.put_back arguments=[a, "water for a0"] effect=CHANGES
6m      UndoEnded step=one.spell[p] inverse=3
6m      UndoBegan step=one.fill_it inverse=2 description="`` back into a"
6m      CallBegan step=one.fill_it builtin=box.put_back arguments=[a, ""] effect=CHANGES
6m      UndoEnded step=one.fill_it inverse=2
6m      UndoBegan step=one.empty_it inverse=1 description="`a0` back into a"
6m      CallBegan step=one.empty_it builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
6m      UndoEnded step=one.empty_it inverse=1
6m      Told message=(to=[lead] subject="[DRILL] Kept by the rollback: Procedures and people's work" body="[DRILL] - call_them: It was done by hand, and nothing says how to take it back.\n- three: It stays.") deliveries=[lead]
6m      RollbackEnded complete=true
6m      RunEnded outcome=ROLLED_BACK reason="`refused` failed: It was not done by hand." took=6m

ROLLED_BACK {a=a0, b=b0}
