do $$
begin
  if not exists (select from pg_roles where rolname = 'every_owner') then
    create role every_owner nologin;
    create role every_reader nologin;
    create role every_login login noinherit connection limit 5;
    grant every_owner, every_reader to every_login;
  end if;
end $$;
create schema app authorization every_owner;
create schema other;
create extension hstore;
create extension citext;
create type app.color as enum ('red', 'green', 'dark blue');
alter type app.color add value 'Größe' before 'green';
create domain app.whole as int default 1 check (value > 0);
create domain app.amount as numeric(12, 2) not null default 0 constraint positive check (value >= 0);
create domain app.bright as app.color check (value <> 'dark blue');
create type app.pair as (left_color app.color, amount numeric, span interval, bytes bytea);
create type app.float_range as range (subtype = float8, subtype_diff = float8mi);
create function app.twice(n int) returns int language sql immutable as 'select n * 2';
create table app."Tabelle Ä" (
  "Schlüssel, 1" text, "zwei""" int not null, geschrieben timestamptz default timestamptz '2024-01-01 00:00+00',
  primary key ("zwei""", "Schlüssel, 1"));
create table app.plain (n int, t text);
