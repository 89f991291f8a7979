create schema app;
create schema other;
create schema "Größe";
comment on schema "Größe" is 'a name beyond ASCII';
create type app.color as enum ('red', 'green', 'dark blue');
alter type app.color add value 'Größe' before 'green';
create domain app.whole as int default 1 check (value > 0);
create domain app.amount as numeric(12, 2) not null default 0 constraint positive check (value >= 0);
create domain app.bright as app.color check (value <> 'dark blue');
create domain app.tags as text[] check (array_length(value, 1) < 100);
create type app.pair as (left_color app.color, amount numeric, span interval, bytes bytea);
create type app.person as (name text, pairs app.pair[]);
create type app.float_range as range (subtype = float8, subtype_diff = float8mi);
create function app.twice(n int) returns int language sql immutable as 'select n * 2';
create table app."Tabelle Ä" (
  "Schlüssel, 1" text, "zwei""" int not null, geschrieben timestamptz default timestamptz '2024-01-01 00:00+00',
  primary key ("zwei""", "Schlüssel, 1"));
create table app.plain (n int, t text);
