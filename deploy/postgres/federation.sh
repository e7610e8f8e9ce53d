#!/bin/sh
# Run once, by the first start of the server: a role that owns one database and may do nothing else.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$FEDERATION_PASSWORD" --username=postgres --dbname=postgres <<'SQL'
CREATE ROLE federation LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE federation OWNER federation;
REVOKE CONNECT ON DATABASE federation FROM PUBLIC;
SQL
