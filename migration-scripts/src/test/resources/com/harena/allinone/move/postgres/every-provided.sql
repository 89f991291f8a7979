-- By the provider's superuser: roles, extensions and what a database is set to. {{database}} is its name.
do $$
begin
  if not exists (select from pg_roles where rolname = 'every_owner') then
    create role every_owner nologin;
    create role every_reader nologin;
    create role "Leser-Gruppe" nologin;
    create role every_login login noinherit connection limit 5 password 'every-secret';
    grant every_owner, every_reader to every_login;
    grant "Leser-Gruppe" to every_login with admin option;
    grant every_owner, every_reader to harena;
    comment on role every_login is 'liest mit';
    alter role every_login set work_mem = '8MB';
  end if;
end $$;
set role rdsadmin;
create extension hstore;
create extension citext schema public;
create extension ltree;
create extension pg_trgm;
create extension btree_gist;
create extension postgres_fdw;
reset role;
grant usage, create on schema public to harena;
grant usage on foreign data wrapper postgres_fdw to harena;
alter role every_login in database {{database}} set search_path = 'Größe', public, "$user";
alter database {{database}} set timezone = 'Europe/Berlin';
alter database {{database}} set datestyle = 'German, DMY';
alter database {{database}} set bytea_output = 'escape';
comment on database {{database}} is 'the application''s data';
revoke temporary on database {{database}} from public;
grant connect, temporary on database {{database}} to "Leser-Gruppe";
