0s      RunBegan runbook=not_modelled title="What the model can't do"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=one title=One
0s      AttemptBegan step=one attempt=1
0s      CallBegan step=one builtin=box.put arguments=[a, "y"] effect=CHANGES
0s      InverseRegistered inverse=1 step=one description="`x` back into a" builtin=box.put_back arguments=[a, "x"]
0s      NotModelled what="Boxes that open by themselves"
0s      Did target=a what="put `y`"
0s      StepEnded step=one state=SUCCEEDED took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RunEnded outcome=NOT_MODELLED took=0s

NOT_MODELLED {a=x}
