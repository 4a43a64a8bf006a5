0s      RunBegan runbook=shown_values title="What is shown of a condition that failed"
0s      PhaseBegan phase=all title=All
0s      StepBegan step=known title=Know
0s      AttemptBegan step=known attempt=1
0s      Bound step=known name=long_text value="0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"
0s      Bound step=known name=wide value="𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞"
0s      Bound step=known name=numbers value=1, 2 and 3
0s      Bound step=known name=nothing value=none
0s      StepEnded step=known state=SUCCEEDED took=0s attempts=1
0s      StepBegan step=fields title="Fields and step values"
0s      AttemptBegan step=fields attempt=1
0s      AttemptFailed step=fields attempt=1 cause=failed message="Not so." evidence=["`run.operator` is grace", "`known.numbers` is 1, 2 and 3", "`count(1, 2 and 3)` is 3"]
0s      StepEnded step=fields state=FAILED reason="Not so." took=0s attempts=1
0s      StepBegan step=calls title=Calls
0s      AttemptBegan step=calls attempt=1
0s      AttemptFailed step=calls attempt=1 cause=failed message="`box.read(server("a")) == "z" and box.holds(server("b"), "y")` does not hold." evidence=["`box.read(a)` is x"]
0s      StepEnded step=calls state=FAILED reason="`box.read(server("a")) == "z" and box.holds(server("b"), "y")` does not hold." took=0s attempts=1
0s      StepBegan step=itself title="A call alone says all"
0s      AttemptBegan step=itself attempt=1
0s      AttemptFailed step=itself attempt=1 cause=failed message="It does not hold z."
0s      StepEnded step=itself state=FAILED reason="It does not hold z." took=0s attempts=1
0s      StepBegan step=long title="What is long is cut"
0s      AttemptBegan step=long attempt=1
0s      AttemptFailed step=long attempt=1 cause=failed message="It is long." evidence=["`known.long_text` is 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456…", "`known.wide` is 𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞…", "`known.nothing` is none"]
0s      StepEnded step=long state=FAILED reason="It is long." took=0s attempts=1
0s      PhaseEnded phase=all took=0s overBudget=false
0s      RunEnded outcome=DONE took=0s

DONE {a=x, b=y}
