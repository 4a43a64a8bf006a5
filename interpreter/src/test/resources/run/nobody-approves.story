0s      RunBegan runbook=nobody_approves title="Nobody could approve"
0s      RunEnded outcome=NEEDS_A_PERSON reason="Nobody could answer for `@cto`, so an approval that is needed could never be given. Nothing was done." took=0s

NEEDS_A_PERSON {a=x}
