#!/bin/sh
# Dumps the database every night at 17:30 UTC (2:30 in Japan) and keeps 30 days. A dump that broke off keeps its .part and counts as none.
set -eu
umask 077
while :; do
  now=$(date -u +%s)
  next=$((now - now % 86400 + 63000))
  [ "$next" -gt "$now" ] || next=$((next + 86400))
  sleep $((next - now))
  while :; do
    file=/backup/$BACKUP_NAME-$(date -u +%Y%m%dT%H%M%SZ).dump
    if pg_dump --format=custom --file="$file.part" && mv "$file.part" "$file"; then
      find /backup -name "$BACKUP_NAME-*.dump*" -mtime +30 -delete
      echo "kept $file"
      break
    fi
    echo "NO BACKUP was made; trying again in ten minutes" >&2
    sleep 600
  done
done
