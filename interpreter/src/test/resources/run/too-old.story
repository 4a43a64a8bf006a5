0s      RunBegan runbook=too_old title="Too old"
0s      CallEnded failure=(kind=FAILED outcomeUnknown=false message="`mysql` is older than >= 99.0.") took=0s
0s      RunEnded outcome=FAILED reason="`mysql` is older than >= 99.0. Nothing was done." took=0s

FAILED {a=x}
