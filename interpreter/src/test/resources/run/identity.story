0s      RunBegan runbook=identity title="A name that leads to another box all of a sudden"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=look title="Meet them"
0s      AttemptBegan step=look attempt=1
0s      CallBegan step=look builtin=box.put arguments=[b, "b1"] effect=CHANGES
0s      InverseRegistered inverse=1 step=look description="`b0` back into b" builtin=box.put_back arguments=[b, "b0"]
0s      Did target=b what="put `b1`"
0s      StepEnded step=look state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=seal title="Nothing goes past it"
0s      ApprovalAsked request=(step=seal title="Nothing goes past it" roles=[lead] votes=1 calls=["box.put(a, content: a1)", "box.put(b, content: b2)"] servers={a: 3e11, b: 7c22} facts={candidate: NONE, seal: UNSEALED})
0s      ApprovalAnswered step=seal approval=(given=true by=ada how=simulated)
0s      AttemptBegan step=seal attempt=1
0s      CallBegan step=seal builtin=box.put arguments=[a, "a1"] effect=CHANGES
0s      InverseRegistered inverse=2 step=seal description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
0s      Did target=a what="put `a1`, as approved"
0s      CallBegan step=seal builtin=box.put arguments=[b, "b2"] effect=CHANGES
0s      InverseRegistered inverse=3 step=seal description="`b1` back into b" builtin=box.put_back arguments=[b, "b1"]
0s      CallEnded failure=(kind=HALTED outcomeUnknown=false message="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there." evidence=["expected 7c22", "met another b"] hint="Find out where the address of `b` leads (DNS, a proxy, a moved address, a server that was rebuilt), put it right, and carry the run on.") took=0s
0s      AttemptFailed step=seal attempt=1 cause=failed message="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there." evidence=["expected 7c22", "met another b"] hint="Find out where the address of `b` leads (DNS, a proxy, a moved address, a server that was rebuilt), put it right, and carry the run on."
0s      Escalated rung="trigger 1" after=0s roles=[team] why="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there."
0s      Told message=(to=[team] subject="Escalation: A name that leads to another box all of a sudden" body="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
0s      StepEnded step=seal state=FAILED reason="`b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there." took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RunEnded outcome=NEEDS_A_PERSON reason="`seal` failed: `b` leads to another server than before: it was 7c22, and is another b now. Nothing was done there. Find out where the address of `b` leads (DNS, a proxy, a moved address, a server that was rebuilt), put it right, and carry the run on." took=0s

NEEDS_A_PERSON {a=a1, b=b1}
