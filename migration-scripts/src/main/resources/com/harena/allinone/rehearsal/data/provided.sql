-- What the service puts into each database, owned by rdsadmin.
set role rdsadmin;
create extension pgcrypto;
create extension pg_trgm;
