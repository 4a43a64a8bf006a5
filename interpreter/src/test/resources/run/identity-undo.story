0s      RunBegan runbook=identity_undo title="A rollback that would go to another box"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=first title="Taken back if it could be"
0s      AttemptBegan step=first attempt=1
0s      CallBegan step=first builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=1 step=first description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a1`"
0s      StepEnded step=first state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=second title="Its box is exchanged then"
0s      AttemptBegan step=second attempt=1
0s      CallBegan step=second builtin=box.put arguments=[b, "b1"] effect=CHANGES
0s      InverseRegistered inverse=2 step=second description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
0s      Did target=b what="put `b1`"
0s      StepEnded step=second state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=third title="What fails"
0s      AttemptBegan step=third attempt=1
0s      AttemptFailed step=third attempt=1 cause=failed message=Back.
0s      StepEnded step=third state=FAILED reason=Back. took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RollbackBegan
0s      UndoBegan step=second inverse=2 description="`b0` back into b"
0s      CallBegan step=second builtin=box.put_back arguments=[b, "b0"] effect=CHANGES
0s      CallEnded failure=(kind=HALTED outcomeUnknown=false message="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there." evidence=["expected 7c22", "met another b"] hint="Find out where the address of `b` leads (DNS, a proxy, a moved address, a server that was rebuilt), put it right, and carry the run on.") took=0s
0s      UndoEnded step=second inverse=2 problem="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there."
0s      RollbackEnded complete=false reason="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there. Find out where the address of `b` leads (DNS, a proxy, a moved address, a server that was rebuilt), put it right, and carry the run on."
0s      RunEnded outcome=NEEDS_A_PERSON reason="`third` failed: Back. `b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there. Find out where the address of `b` leads (DNS, a proxy, a moved address, a server that was rebuilt), put it right, and carry the run on." took=0s

NEEDS_A_PERSON {a=a1, b=b1}
