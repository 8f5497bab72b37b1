#!/bin/sh
# Runs once, inside the database container, on an empty data folder.
set -eu
# A database of one zone has the other zone's roles too, but nobody knows their passwords.
unknown() { head -c 32 /dev/urandom | base64; }
: "${PORTAL_DB_PASSWORD:=$(unknown)}" "${IDENTITY_DB_PASSWORD:=$(unknown)}" "${BACKOFFICE_DB_PASSWORD:=$(unknown)}"
: "${PORTAL_OWNER_DB_PASSWORD:=$(unknown)}" "${BACKOFFICE_OWNER_DB_PASSWORD:=$(unknown)}"
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" \
  -v portal_password="$PORTAL_DB_PASSWORD" \
  -v backoffice_password="$BACKOFFICE_DB_PASSWORD" \
  -v portal_owner_password="$PORTAL_OWNER_DB_PASSWORD" \
  -v backoffice_owner_password="$BACKOFFICE_OWNER_DB_PASSWORD" \
  -v identity_password="$IDENTITY_DB_PASSWORD" \
  -f /opt/madoguchi/postgres-init.sql
