0s      RunBegan runbook=approvals title=Approvals
0s      PhaseBegan phase=all title=All
0s      StepBegan step=plain title="Put grace's mark"
0s      ApprovalAsked request=(step=plain title="Put grace's mark" roles=[lead, cto] votes=1 calls=["box.put(a, content: mark of grace)"] facts={candidate: NONE, seal: UNSEALED})
30s     ApprovalAnswered step=plain approval=(given=true by=ada how=simulated reason="it has to be")
30s     AttemptBegan step=plain attempt=1
30s     Bound step=plain name=what value="mark of grace"
30s     CallBegan step=plain builtin=box.put arguments=[a, "mark of grace"] effect=CHANGES
30s     InverseRegistered inverse=1 step=plain description="`a0` back into a" builtin=box.put_back arguments=[a, "a0"]
30s     Did target=a what="put `mark of grace`, as approved"
30s     StepEnded step=plain state=SUCCEEDED took=30s attempts=1
30s     StepBegan step=late title="Nothing but an approval"
30s     ApprovalAsked request=(step=late title="Nothing but an approval" roles=[cto] votes=1)
2m30s   Escalated rung="trigger 1" after=2m30s roles=[team] why="Nobody has answered within 2m whether `late` is approved."
2m30s   Told message=(to=[team] subject="Escalation: Approvals" body="Nobody has answered within 2m whether `late` is approved. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
5m      Escalated rung="rung 1" after=5m roles=[team] why="It has lasted 5m."
5m      Told message=(to=[team] subject="Escalation: Approvals" body="It has lasted 5m. Phase: All.\nAcknowledge with `lifeboat ack test --as NAME`.") deliveries=[team]
6m30s   ApprovalAnswered step=late approval=(given=true by=edsger how=simulated)
6m30s   AttemptBegan step=late attempt=1
6m30s   StepEnded step=late state=SUCCEEDED took=6m attempts=1
6m30s   StepBegan step=survey title=Look
6m30s   AttemptBegan step=survey attempt=1
6m30s   Learned fact=candidate value="a"
6m30s   Learned fact=loss value=13s
6m30s   Bound step=survey name=found value=best a, others b, loss 13s, full true, state FULL, note none
6m30s   StepEnded step=survey state=SUCCEEDED took=0s attempts=1
6m30s   StepBegan step=both title="Two have to approve, for both attempts"
6m30s   ApprovalAsked request=(step=both title="Two have to approve, for both attempts" roles=[lead] votes=2 calls=["box.put(a, content: both)"] facts={candidate: a, seal: UNSEALED, loss: 13s})
6m30s   ApprovalAnswered step=both approval=(given=true by=ada how=simulated)
6m30s   ApprovalAnswered step=both approval=(given=true by=edsger how=simulated)
6m30s   Learned fact=accepted_loss value=13s
6m30s   AttemptBegan step=both attempt=1
6m30s   CallBegan step=both builtin=box.put arguments=[a, "both"] effect=CHANGES
6m30s   InverseRegistered inverse=2 step=both description="`mark of grace` back into a" builtin=box.put_back arguments=[a, "mark of grace"]
6m30s   CallEnded failure=(kind=FAILED outcomeUnknown=false message="The box `a` is stuck." hint="Shake it.") took=0s
6m30s   AttemptFailed step=both attempt=1 cause=failed message="The box `a` is stuck." hint="Shake it."
6m35s   AttemptBegan step=both attempt=2
6m35s   CallBegan step=both builtin=box.put arguments=[a, "both"] effect=CHANGES
6m35s   InverseRegistered inverse=3 step=both description="`mark of grace` back into a" builtin=box.put_back arguments=[a, "mark of grace"]
6m35s   Did target=a what="put `both`, as approved"
6m35s   StepEnded step=both state=SUCCEEDED took=5s attempts=2
6m35s   StepBegan step=refused title="Refused at first"
6m35s   ApprovalAsked request=(step=refused title="Refused at first" roles=[lead] votes=1 facts={candidate: a, loss: 13s})
6m35s   ApprovalAnswered step=refused approval=(given=false by=ada how=simulated reason="it is too late")
6m35s   Paused request=(step=refused title="Refused at first" problem="`ada` did not approve it: it is too late" choices=[RETRY, SKIP, ROLLBACK, DONE_BY_HAND, STOP])
6m35s   PauseAnswered step=refused answer=(choice=RETRY by=ada)
6m35s   ApprovalAsked request=(step=refused title="Refused at first" roles=[lead] votes=1 facts={candidate: a, loss: 13s})
6m35s   ApprovalAnswered step=refused approval=(given=true by=grace how=simulated)
6m35s   AttemptBegan step=refused attempt=1
6m35s   StepEnded step=refused state=SUCCEEDED took=0s attempts=1
6m35s   StepBegan step=facts title="A fact changes between two attempts"
6m35s   ApprovalAsked request=(step=facts title="A fact changes between two attempts" roles=[lead] votes=1 calls=[box.seal(b)] facts={candidate: a, loss: 13s})
6m35s   ApprovalAnswered step=facts approval=(given=true by=ada how=simulated)
6m35s   AttemptBegan step=facts attempt=1
6m35s   CallBegan step=facts builtin=box.seal arguments=[b] effect=CHANGES
6m35s   InverseRegistered inverse=4 step=facts description="unseal b" builtin=box.put_back arguments=[b, "b0"]
6m35s   Learned fact=seal value="wax"
6m35s   AttemptFailed step=facts attempt=1 cause=failed message="Only now sealed."
6m36s   ApprovalAsked request=(step=facts title="A fact changes between two attempts" roles=[lead] votes=1 calls=[box.seal(b)] facts={candidate: a, loss: 13s, seal: wax})
6m36s   ApprovalAnswered step=facts approval=(given=true by=ada how=simulated)
6m36s   AttemptBegan step=facts attempt=2
6m36s   CallBegan step=facts builtin=box.seal arguments=[b] effect=CHANGES
6m36s   InverseRegistered inverse=5 step=facts description="unseal b" builtin=box.put_back arguments=[b, "sealed b0"]
6m36s   Learned fact=seal value="wax"
6m36s   StepEnded step=facts state=SUCCEEDED took=1s attempts=2
6m36s   PhaseEnded phase=all took=6m36s overBudget=false
6m36s   RunEnded outcome=DONE took=6m36s

DONE {a=both, b=sealed sealed b0}
