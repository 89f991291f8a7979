-- As on RDS: the superuser is rdsadmin, the application's role is a member of rds_superuser and no superuser.
create role rdsadmin superuser login;
create role rds_superuser nologin createdb createrole;
grant pg_monitor, pg_signal_backend to rds_superuser with admin option;
create role @owner@ login createdb createrole;
grant rds_superuser to @owner@;
create role @owner@_reader nologin;
