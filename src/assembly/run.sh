#!/bin/sh
# Starts a function that is an HTTP server, behind the Lambda Web Adapter; `Handler: run.sh` names it. BATON_SERVER is its class.
# exec, so that SIGTERM reaches the JVM and not this shell. The heap is 60 % of the memory: threads and buffers of streams need theirs.
set -eu
heap=$((${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512} * 60 / 100))
exec java -Xmx${heap}m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
  -cp "$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib/*" dev.baton.shell.server.ServerMain
