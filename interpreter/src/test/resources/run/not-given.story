0s      RunBegan runbook=not_given title="A parameter without a value"
0s      RunEnded outcome=FAILED reason="The runbook's parameter `what` was not given. Nothing was done." took=0s

FAILED {a=x}
