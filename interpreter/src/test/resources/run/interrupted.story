0s      RunBegan runbook=interrupted title=Interrupted
0s      PhaseBegan phase=all title=All budget=1h
0s      StepBegan step=first title=First
0s      AttemptBegan step=first attempt=1
0s      CallBegan step=first builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=first description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      Did target=a what="put `y`"
1m30s   RunEnded outcome=INTERRUPTED reason="It was interrupted." took=1m30s

INTERRUPTED {a=y}
