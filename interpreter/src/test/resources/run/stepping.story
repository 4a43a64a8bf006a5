0s      RunBegan runbook=stepping title="Somebody steps through it"
0s      PhaseBegan phase=all title=All
0s      Directed step=first direction=(move=CALL by=ada text="box.put(server("d"), "d1")")
0s      CallBegan step=first builtin=box.put arguments=[d, "d1"] effect=CHANGES
0s      InverseRegistered inverse=1 step=first description="`d0` back into d" builtin=box.put_back arguments=[d, "d0"]
0s      Did target=d what="put `d1`"
0s      Directed step=first direction=(move=NOTE by=ada text="d was empty")
0s      Directed step=first direction=(move=CALL by=ada text=box.read(server("d")))
0s      Directed step=first direction=(move=CALL by=ada text=box.red(server("d")))
0s      Directed step=first direction=(move=UNDO by=ada)
0s      StepBegan step=first title=First
0s      AttemptBegan step=first attempt=1
0s      Bound step=first name=seen value="a0"
0s      CallBegan step=first builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=2 step=first description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a1`"
0s      StepEnded step=first state=SUCCEEDED took=0s attempts=1
0s      Directed step=second direction=(move=UNDO by=ada)
0s      UndoBegan step=first inverse=2 description="`a0` back into a"
0s      CallBegan step=first builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
0s      UndoEnded step=first inverse=2
0s      UndoBegan step=first inverse=1 description="`d0` back into d"
0s      CallBegan step=first builtin=box.put_back arguments=[d, "d0"] effect=CHANGES
0s      UndoEnded step=first inverse=1
0s      StepBegan step=first title=First
0s      AttemptBegan step=first attempt=1
0s      Bound step=first name=seen value="a0"
0s      CallBegan step=first builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=3 step=first description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a1`"
0s      StepEnded step=first state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=second title=Second
0s      AttemptBegan step=second attempt=1
0s      CallBegan step=second builtin=box.put arguments=[b, "a0"] effect=CHANGES
0s      InverseRegistered inverse=4 step=second description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
0s      Did target=b what="put `a0`"
0s      StepEnded step=second state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=third title=Third
0s      AttemptBegan step=third attempt=1
0s      CallBegan step=third builtin=box.put arguments=[c, "c1"] effect=CHANGES
0s      InverseRegistered inverse=5 step=third description="`c0` back into c" builtin=box.put_back arguments=[c, "c0"]
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `c` is stuck." hint="Shake it.") took=0s
0s      AttemptFailed step=third attempt=1 cause=failed message="The box `c` is stuck." hint="Shake it."
0s      Paused request=(step=third title=Third problem="The box `c` is stuck." hint="Shake it." choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
0s      Directed step=third direction=(move=CALL by=ada text=first.seen)
0s      Directed step=third direction=(move=CALL by=ada text="box.put(server("b"), "b2")")
0s      CallBegan step=third builtin=box.put arguments=[b, "b2"] effect=CHANGES
0s      InverseRegistered inverse=6 step=third description="`a0` back into b" builtin=box.put_back arguments=[b, "a0"]
0s      Did target=b what="put `b2`"
0s      Directed step=third direction=(move=UNDO by=ada)
0s      UndoBegan step=third inverse=6 description="`a0` back into b"
0s      CallBegan step=third builtin=box.put_back arguments=[b, "a0"] effect=CHANGES
0s      UndoEnded step=third inverse=6
0s      UndoBegan step=third inverse=5 description="`c0` back into c"
0s      CallBegan step=third builtin=box.put_back arguments=[c, "c0"] effect=CHANGES
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `c` is stuck." hint="Shake it.") took=0s
0s      UndoEnded step=third inverse=5 problem="The box `c` is stuck."
0s      Escalated rung="trigger 1" after=0s roles=[lead] why="The rollback stands still. Taking back `third` (`c0` back into c) failed: The box `c` is stuck."
0s      Told message=(to=[lead] subject="Escalation: Somebody steps through it" body="The rollback stands still. Taking back `third` (`c0` back into c) failed: The box `c` is stuck. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[lead]
0s      Paused request=(step=third title=Third problem="Taking back `third` (`c0` back into c) failed: The box `c` is stuck." hint="Shake it." choices=[RETRY, DONE_BY_HAND, SKIP, STOP])
0s      PauseAnswered step=third answer=(choice=RETRY by=ada)
0s      UndoBegan step=third inverse=5 description="`c0` back into c"
0s      CallBegan step=third builtin=box.put_back arguments=[c, "c0"] effect=CHANGES
0s      UndoEnded step=third inverse=5
0s      PauseAnswered step=third answer=(choice=RETRY by=ada)
0s      AttemptBegan step=third attempt=2
0s      CallBegan step=third builtin=box.put arguments=[c, "c1"] effect=CHANGES
0s      InverseRegistered inverse=7 step=third description="`c0` back into c" builtin=box.put_back arguments=[c, "c0"]
0s      Did target=c what="put `c1`"
0s      StepEnded step=third state=SUCCEEDED took=0s attempts=2
0s      Directed step=fourth direction=(move=SKIP by=ada text="it is not needed")
0s      StepSkipped step=fourth title=Fourth reason="`ada` skipped it: it is not needed"
0s      StepBegan step=within title="Refill a box"
0s      AttemptBegan step=within attempt=1
0s      StepBegan step=within.empty_it title="Empty a"
0s      AttemptBegan step=within.empty_it attempt=1
0s      Bound step=within.empty_it name=before value="a1"
0s      CallBegan step=within.empty_it builtin=box.put arguments=[a, ""] effect=CHANGES
0s      InverseRegistered inverse=8 step=within.empty_it description="`a1` back into a" builtin=box.put_back arguments=[a, "a1"]
0s      Did target=a what="put ``"
0s      StepEnded step=within.empty_it state=SUCCEEDED took=0s attempts=1
0s      Directed step=within.fill_it direction=(move=CALL by=ada text=box.read(box_to_fill))
0s      StepBegan step=within.fill_it title="Fill a with water"
0s      AttemptBegan step=within.fill_it attempt=1
0s      CallBegan step=within.fill_it builtin=box.put arguments=[a, "water for a1"] effect=CHANGES
0s      InverseRegistered inverse=9 step=within.fill_it description="`` back into a" builtin=box.put_back arguments=[a, ""]
0s      Did target=a what="put `water for a1`"
0s      StepEnded step=within.fill_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=within.spell[p] title="Spell p"
0s      AttemptBegan step=within.spell[p] attempt=1
0s      CallBegan step=within.spell[p] builtin=box.add arguments=[a, "p"] effect=CHANGES
0s      InverseRegistered inverse=10 step=within.spell[p] description="`water for a1` back into a" builtin=box.put_back arguments=[a, "water for a1"]
0s      StepEnded step=within.spell[p] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=within.spell[q] title="Spell q"
0s      AttemptBegan step=within.spell[q] attempt=1
0s      CallBegan step=within.spell[q] builtin=box.add arguments=[a, "q"] effect=CHANGES
0s      InverseRegistered inverse=11 step=within.spell[q] description="`water for a1p` back into a" builtin=box.put_back arguments=[a, "water for a1p"]
0s      StepEnded step=within.spell[q] state=SUCCEEDED took=0s attempts=1
0s      StepEnded step=within state=SUCCEEDED took=0s attempts=1
0s      Directed step=kept direction=(move=UNDO by=ada)
0s      UndoBegan step=within.spell[q] inverse=11 description="`water for a1p` back into a"
0s      CallBegan step=within.spell[q] builtin=box.put_back arguments=[a, "water for a1p"] effect=CHANGES
0s      UndoEnded step=within.spell[q] inverse=11
0s      UndoBegan step=within.spell[p] inverse=10 description="`water for a1` back into a"
0s      CallBegan step=within.spell[p] builtin=box.put_back arguments=[a, "water for a1"] effect=CHANGES
0s      UndoEnded step=within.spell[p] inverse=10
0s      UndoBegan step=within.fill_it inverse=9 description="`` back into a"
0s      CallBegan step=within.fill_it builtin=box.put_back arguments=[a, ""] effect=CHANGES
0s      UndoEnded step=within.fill_it inverse=9
0s      UndoBegan step=within.empty_it inverse=8 description="`a1` back into a"
0s      CallBegan step=within.empty_it builtin=box.put_back arguments=[a, "a1"] effect=CHANGES
0s      UndoEnded step=within.empty_it inverse=8
0s      StepBegan step=within title="Refill a box"
0s      AttemptBegan step=within attempt=1
0s      StepBegan step=within.empty_it title="Empty a"
0s      AttemptBegan step=within.empty_it attempt=1
0s      Bound step=within.empty_it name=before value="a1"
0s      CallBegan step=within.empty_it builtin=box.put arguments=[a, ""] effect=CHANGES
0s      InverseRegistered inverse=12 step=within.empty_it description="`a1` back into a" builtin=box.put_back arguments=[a, "a1"]
0s      Did target=a what="put ``"
0s      StepEnded step=within.empty_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=within.fill_it title="Fill a with water"
0s      AttemptBegan step=within.fill_it attempt=1
0s      CallBegan step=within.fill_it builtin=box.put arguments=[a, "water for a1"] effect=CHANGES
0s      InverseRegistered inverse=13 step=within.fill_it description="`` back into a" builtin=box.put_back arguments=[a, ""]
0s      Did target=a what="put `water for a1`"
0s      StepEnded step=within.fill_it state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=within.spell[p] title="Spell p"
0s      AttemptBegan step=within.spell[p] attempt=1
0s      CallBegan step=within.spell[p] builtin=box.add arguments=[a, "p"] effect=CHANGES
0s      InverseRegistered inverse=14 step=within.spell[p] description="`water for a1` back into a" builtin=box.put_back arguments=[a, "water for a1"]
0s      StepEnded step=within.spell[p] state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=within.spell[q] title="Spell q"
0s      AttemptBegan step=within.spell[q] attempt=1
0s      CallBegan step=within.spell[q] builtin=box.add arguments=[a, "q"] effect=CHANGES
0s      InverseRegistered inverse=15 step=within.spell[q] description="`water for a1p` back into a" builtin=box.put_back arguments=[a, "water for a1p"]
0s      StepEnded step=within.spell[q] state=SUCCEEDED took=0s attempts=1
0s      StepEnded step=within state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=kept title=Kept
0s      AttemptBegan step=kept attempt=1
0s      CallBegan step=kept builtin=box.put arguments=[b, "b1"] effect=CHANGES
0s      InverseRegistered inverse=16 step=kept description="`a0` back into b" builtin=box.put_back arguments=[b, "a0"]
0s      Did target=b what="put `b1`"
0s      StepEnded step=kept state=SUCCEEDED took=0s attempts=1
0s      Directed step=behind direction=(move=UNDO by=ada)
0s      StepBegan step=behind title=Behind
0s      AttemptBegan step=behind attempt=1
0s      CallBegan step=behind builtin=box.put arguments=[a, "a2"] effect=CHANGES
0s      InverseRegistered inverse=17 step=behind description="`water for a1pq` back into a" builtin=box.put_back arguments=[a, "water for a1pq"]
0s      Did target=a what="put `a2`"
0s      StepEnded step=behind state=SUCCEEDED took=0s attempts=1
0s      Directed step=last direction=(move=ROLL_BACK by=ada)
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=behind inverse=17 description="`water for a1pq` back into a"
0s      CallBegan step=behind builtin=box.put_back arguments=[a, "water for a1pq"] effect=CHANGES
0s      UndoEnded step=behind inverse=17
0s      Kept step=kept why="It is safer."
0s      UndoBegan step=within.spell[q] inverse=15 description="`water for a1p` back into a"
0s      CallBegan step=within.spell[q] builtin=box.put_back arguments=[a, "water for a1p"] effect=CHANGES
0s      UndoEnded step=within.spell[q] inverse=15
0s      UndoBegan step=within.spell[p] inverse=14 description="`water for a1` back into a"
0s      CallBegan step=within.spell[p] builtin=box.put_back arguments=[a, "water for a1"] effect=CHANGES
0s      UndoEnded step=within.spell[p] inverse=14
0s      UndoBegan step=within.fill_it inverse=13 description="`` back into a"
0s      CallBegan step=within.fill_it builtin=box.put_back arguments=[a, ""] effect=CHANGES
0s      UndoEnded step=within.fill_it inverse=13
0s      UndoBegan step=within.empty_it inverse=12 description="`a1` back into a"
0s      CallBegan step=within.empty_it builtin=box.put_back arguments=[a, "a1"] effect=CHANGES
0s      UndoEnded step=within.empty_it inverse=12
0s      UndoBegan step=third inverse=7 description="`c0` back into c"
0s      CallBegan step=third builtin=box.put_back arguments=[c, "c0"] effect=CHANGES
0s      UndoEnded step=third inverse=7
0s      UndoBegan step=second inverse=4 description="`b0` back into b"
0s      CallBegan step=second builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
0s      UndoEnded step=second inverse=4
0s      UndoBegan step=first inverse=3 description="`a0` back into a"
0s      CallBegan step=first builtin=box.put_back arguments=[a, "a0"] effect=CHANGES
0s      UndoEnded step=first inverse=3
0s      Told message=(to=[lead] subject="Kept by the rollback: Somebody steps through it" body="- kept: It is safer.") deliveries=[lead]
0s      RollbackEnded complete=true
0s      RunEnded outcome=ROLLED_BACK reason="`ada` rolled it back before `last`." took=0s

ROLLED_BACK {a=a0, b=b0, c=c0, d=d0}
