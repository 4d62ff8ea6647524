#!/bin/sh
# Starts MiniStack, and says so as LocalStack does: the container class of LocalStack waits for that line.
export GATEWAY_PORT=4566 BIND_HOST=0.0.0.0 MINISTACK_REGION="${DEFAULT_REGION:-eu-central-1}"
python3 -m ministack &
server=$!
trap 'kill "$server"' TERM INT
until wget -q -O /dev/null http://127.0.0.1:4566/_localstack/health; do
  kill -0 "$server" || exit 1
  sleep 0.2
done
echo Ready.
wait "$server"
