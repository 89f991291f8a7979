-- Every kind of column and object that a move must carry. Run by a superuser in the application's database, which the
-- role harena owns. {{since 14}} … {{end}} is left out on older servers.
create role "Leser-Gruppe" nologin;
create role auditor login connection limit 7;
comment on role auditor is 'liest mit';
grant "Leser-Gruppe" to auditor with admin option;
grant "Leser-Gruppe" to harena;
alter role auditor set work_mem = '8MB';
alter role auditor in database {{database}} set search_path = 'Größe', public, "$user";
alter database {{database}} set timezone = 'Europe/Berlin';
alter database {{database}} set datestyle = 'German, DMY';
comment on database {{database}} is 'the application''s data';
revoke temporary on database {{database}} from public;
grant connect, temporary on database {{database}} to "Leser-Gruppe";
create extension hstore;
create extension citext schema public;
create extension ltree;
create extension pg_trgm;
create extension btree_gist;
grant usage, create on schema public to harena;

set role harena;
set timezone = 'UTC';
set datestyle = 'ISO, YMD';
create schema bank;
create schema "Größe";
comment on schema "Größe" is 'a name beyond ASCII';
grant usage on schema bank to "Leser-Gruppe";
alter default privileges in schema bank grant select on tables to "Leser-Gruppe";
alter default privileges in schema bank grant usage on sequences to "Leser-Gruppe" with grant option;
alter default privileges revoke execute on functions from public;

create type bank.mood as enum ('sad', 'ok', 'häppy');
create type bank.address as (street text, number int, mood bank.mood);
create type bank.person as (name text, homes bank.address[]);
create domain bank.percent as numeric(5, 2) default 0 constraint sensible check (value between 0 and 100);
create domain bank.tags as text[] check (array_length(value, 1) < 100);
create type bank.float_span as range (subtype = float8, subtype_diff = float8mi);
comment on type bank.mood is 'how it feels';
create collation bank.plain from "C";

create table bank.every_type (
  id bigint generated always as identity (start with 100 increment by 7) primary key,
  a_smallint smallint, a_integer integer default 42, a_bigint bigint, a_numeric numeric, a_scaled numeric(20, 5),
  a_real real, a_double double precision, a_money money, a_boolean boolean, a_char char(5), a_byte "char",
  a_varchar varchar(40) collate "C", a_text text, a_name name, a_bytea bytea, a_date date, a_time time, a_timetz timetz,
  a_timestamp timestamp, a_timestamptz timestamptz(3), an_interval interval, a_uuid uuid, a_json json, a_jsonb jsonb,
  a_jsonpath jsonpath, an_xml xml, a_point point, a_line line, an_lseg lseg, a_box box, a_path path, a_polygon polygon,
  a_circle circle, an_inet inet, a_cidr cidr, a_macaddr macaddr, a_macaddr8 macaddr8, a_bit bit(5), a_varbit bit varying,
  a_tsvector tsvector, a_tsquery tsquery, an_oid oid, a_pg_lsn pg_lsn, an_xid8 xid8, an_int4range int4range,
  an_int8range int8range, a_numrange numrange, a_tsrange tsrange, a_tstzrange tstzrange, a_daterange daterange,
  an_int_array int[], a_text_array text[][], a_bytea_array bytea[], a_mood bank.mood, a_mood_array bank.mood[],
  a_percent bank.percent, a_tags bank.tags, an_address bank.address, a_person bank.person, a_float_span bank.float_span,
  an_hstore hstore, a_citext citext, an_ltree ltree{{since 14}}, an_int4multirange int4multirange{{end}}
);
comment on table bank.every_type is 'one column of each type';
comment on column bank.every_type.a_money is 'depends on lc_monetary';

insert into bank.every_type (a_smallint, a_integer, a_bigint, a_numeric, a_scaled, a_real, a_double, a_money, a_boolean,
  a_char, a_byte, a_varchar, a_text, a_name, a_bytea, a_date, a_time, a_timetz, a_timestamp, a_timestamptz, an_interval,
  a_uuid, a_json, a_jsonb, a_jsonpath, an_xml, a_point, a_line, an_lseg, a_box, a_path, a_polygon, a_circle, an_inet,
  a_cidr, a_macaddr, a_macaddr8, a_bit, a_varbit, a_tsvector, a_tsquery, an_oid, a_pg_lsn, an_xid8, an_int4range,
  an_int8range, a_numrange, a_tsrange, a_tstzrange, a_daterange, an_int_array, a_text_array, a_bytea_array, a_mood,
  a_mood_array, a_percent, a_tags, an_address, a_person, a_float_span, an_hstore, a_citext, an_ltree)
values
  (1, 2, 3, 4.50, 5.12345, 1.1, 0.1, 12.34, true, 'ab', 'x', 'Straße', E'tab\there\nline \\ quote '' "', 'name',
   '\x00ff10', '2024-02-29', '12:34:56.789', '12:34:56+05:30', '2024-02-29 12:34:56.789012',
   '2024-02-29 12:34:56.789+02', '1 year 2 mons 3 days 04:05:06.7', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
   '{"b": 1,  "a": [1, 2], "a": null}', '{"b": 1.0, "a": [1, 2]}', '$.a[*] ? (@ > 1)', '<a b="c">ü</a>', '(1.5,-2)',
   '{1,2,3}', '[(0,0),(1,1)]', '(2,2),(1,1)', '[(0,0),(1,1),(2,0)]', '((0,0),(1,1),(2,0))', '<(1,2),3>',
   '192.168.0.1/24', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', B'10101', B'101',
   'a:1A fat:2B cat', 'fat & (rat | cat)', 12345, '16/B374D848', '42', '[1,10)', '(,5)', '[1.5,2.5]',
   '[2024-01-01,2024-02-01)', '[2024-01-01 00:00+00,)', 'empty', '{1,NULL,3}', '{{a,b},{"c d",NULL}}', '{"\\x01","\\x02"}',
   'häppy', '{sad,ok}', 99.99, '{x,"y z"}', ('Weg', 1, 'ok'), ('Zoë', array[('Weg', 1, 'ok')::bank.address]),
   '[1.5,Infinity)', 'a=>1, b=>NULL', 'CaSe', 'top.sub.leaf'),
  (-32768, -2147483648, -9223372036854775808, 'NaN', 0, 'NaN', '-Infinity', -92233720368547758.08, false, '', '', '', '',
   '', '', 'infinity', '00:00', '00:00-15:59', '-infinity', 'infinity', '-1 day', '00000000-0000-0000-0000-000000000000',
   '""', 'null', '$', '', '(-0,0)', '{0,1,0}', '[(0,0),(0,0)]', '(0,0),(0,0)', '((0,0))', '((0,0))', '<(0,0),0>', '::1',
   '::/0', '00:00:00:00:00:00', '00:00:00:00:00:00:00:00', B'00000', B'', '', '', 0, '0/0', '0', 'empty', '(,)', '(,)',
   '(,)', '(-infinity,infinity)', '(,)', '{}', '{}', '{}', 'sad', '{}', 0, '{}', (null, null, null), (null, null),
   'empty', '', '', ''),
  (32767, 2147483647, 9223372036854775807, '1e100', -0.00001, '-0', '-0', 0, null, 'e    ', null, ' blank ',
   'grapheme 👩‍👩‍👧 e' || chr(769), null, '\x', '0001-01-01 BC', '24:00', '23:59:59.999999+15:59', '4713-01-01 00:00 BC',
   '294276-12-31 23:59:59.999+00', '24 hours', 'ffffffff-ffff-ffff-ffff-ffffffffffff', ' [ ] ', '{"a": 1.00}', 'lax $.*',
   'text only', '(Infinity,NaN)', '{-1,0.5,1e300}', '[(1e-300,0),(1,1)]', '(1,1),(0,0)', '[(0,0)]', '((1,1))', '<(0,0),1>',
   'fe80::1/10', '2001:db8::/32', null, null, null, B'1111111111111111', 'word', '!word', 4294967295,
   'FFFFFFFF/FFFFFFFF', '18446744073709551615', '[1,2)', '[1,2)', '(1.00,2.0)', null, null, '[2024-01-01,2024-01-02)',
   '[0:1]={1,2}', null, null, null, null, null, null, null, null, null, null, 'UPPER', 'a'),
  (null, null, null, 1.00, null, '1e-45', '5e-324', null, null, null, null, null, repeat('0123456789', 1000), null, null,
   '-infinity', null, null, 'infinity', '-infinity', '00:00', null, null, '1', null, null, null, null, null, null, null, null,
   null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
   null, null, null, null, null, null, null, null, null, null, null);
insert into bank.every_type default values;
insert into bank.every_type (a_smallint, a_text, an_hstore) select n, 'row ' || n, hstore('k', n::text)
  from generate_series(1, 200) n;
alter sequence bank.every_type_id_seq restart with 4711;

create table bank.big (id int primary key, body bytea, words text);
alter table bank.big alter column body set storage external;
insert into bank.big values (1, decode(repeat('00ff10ab', 2621440), 'hex'), repeat('Wörter ', 1500000)), (2, '', null);

create table bank.account (id serial primary key, owner_name text not null unique, balance numeric(12, 2) not null
    default 0 constraint "not overdrawn" check (balance >= 0), twice numeric generated always as (balance * 2) stored,
    mood bank.mood not null default 'ok', at timestamptz not null default '2024-01-01 00:00+00',
    exclude using gist (id with =));
insert into bank.account (owner_name, balance) select 'owner ' || n, n * 1.1 from generate_series(1, 1000) n;
delete from bank.account where id % 10 = 0;
create table bank.transfer (id uuid, account_id int not null references bank.account on delete cascade,
    amount numeric not null, note text, primary key (account_id, id));
insert into bank.transfer select md5(n::text)::uuid, n * 10 + 1, n, case when n % 3 = 0 then 'note ' || n end
  from generate_series(0, 98) n;
create index transfer_note on bank.transfer using gin (note gin_trgm_ops) where note is not null;
create unique index transfer_expression on bank.transfer (lower(coalesce(note, '')), id) include (amount);
create statistics bank.transfer_statistics (dependencies) on account_id, amount from bank.transfer;
alter table bank.transfer alter column amount set statistics 200;
alter table bank.transfer alter constraint transfer_account_id_fkey deferrable initially deferred;
cluster bank.transfer using transfer_pkey;

create table bank.no_key (a int, b text, c float8);
insert into bank.no_key values (1, 'twice', '-0'), (1, 'twice', '-0'), (1, 'twice', '0'), (null, null, null),
  (null, null, null), (2, '', 'NaN'), (2, null, 'NaN');
create table bank.empty_table (a int, b text not null);
create table bank.no_column ();
insert into bank.no_column default values;
insert into bank.no_column default values;
create unlogged table bank.unlogged (id int primary key, t text);
insert into bank.unlogged values (1, 'kept all the same');
create table bank.dropped (a int, gone text, b text default 'after');
insert into bank.dropped (a, gone) values (1, 'x'), (2, 'y');
alter table bank.dropped drop column gone;
alter table bank.dropped add column late int default 7;

create table "Größe"."Tabelle mit ""Anführung"" & Leerzeichen" ("Schlüssel €" int primary key, "select" text, "a.b" int);
insert into "Größe"."Tabelle mit ""Anführung"" & Leerzeichen" values (1, 'ä', 2), (2, '日本語', null);
create table "Größe".account (id int primary key, t text);
insert into "Größe".account values (1, 'same name, other schema');
create table public.plain (id int primary key, parent int references public.plain, name citext);
insert into public.plain values (1, null, 'root'), (2, 1, 'Child'), (3, 3, 'self');

create table bank.event (id bigint not null, at date not null, kind text not null) partition by range (at);
create table bank.event_2023 partition of bank.event for values from ('2023-01-01') to ('2024-01-01');
create table bank.event_2024 partition of bank.event for values from ('2024-01-01') to ('2025-01-01')
  partition by list (kind);
create table bank.event_2024_a partition of bank.event_2024 for values in ('a');
create table bank.event_2024_rest partition of bank.event_2024 default;
create table bank.event_other partition of bank.event default;
alter table bank.event add primary key (id, at, kind);
create index event_at on bank.event (at desc nulls last);
insert into bank.event select n, date '2022-06-01' + n, case when n % 2 = 0 then 'a' else 'b' end
  from generate_series(1, 1200) n;
create table bank.hashed (id int, t text) partition by hash (id);
create table bank.hashed_0 partition of bank.hashed for values with (modulus 2, remainder 0);
create table bank.hashed_1 partition of bank.hashed for values with (modulus 2, remainder 1);
insert into bank.hashed select n, 'h' || n from generate_series(1, 100) n;
create table bank.parent (id int primary key, t text);
create table bank.child (extra text) inherits (bank.parent);
insert into bank.parent values (1, 'parent');
insert into bank.child values (2, 'child', 'extra');

create sequence bank.counter as smallint start 5 increment -3 minvalue -100 maxvalue 100 cache 4 cycle;
select nextval('bank.counter'), nextval('bank.counter');
create sequence bank.untouched;
create sequence "Größe"."Zähler";
select setval('"Größe"."Zähler"', 9223372036854775807, true);

create view bank.balances with (security_barrier) as select owner_name, balance from bank.account where balance > 10;
comment on view bank.balances is 'those with money';
create materialized view bank.totals as select mood, count(*) as n, sum(balance) as total from bank.account group by mood;
create unique index totals_mood on bank.totals (mood);
create materialized view bank.unfilled as select 1 as one with no data;

create function bank.twice(n int) returns int language sql immutable strict parallel safe as 'select n * 2';
create function bank.touch() returns trigger language plpgsql security definer set search_path = bank as $$
begin new.at := '2025-01-01 00:00+00'; return new; end $$;
create procedure bank.nothing(inout n int) language plpgsql as $$ begin n := n + 1; end $$;
create aggregate bank.product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1');
create operator bank.=== (leftarg = int, rightarg = int, function = int4eq, commutator = operator(bank.===));
create cast (bank.mood as int) with inout;
create text search configuration bank.plain (copy = simple);
grant execute on function bank.twice(int) to "Leser-Gruppe";
comment on function bank.twice(int) is 'doubles';
create trigger touch before update on bank.account for each row when (old.balance is distinct from new.balance)
  execute function bank.touch();
create trigger silent after insert on bank.transfer referencing new table as fresh for each statement
  execute function bank.touch();
alter table bank.transfer disable trigger silent;
create rule no_delete as on delete to bank.parent do instead nothing;
create index account_twice on bank.account (bank.twice(id));
alter table bank.parent add constraint later check (id > 0) not valid;

create table bank.secret (id int primary key, owner_name text, body text);
insert into bank.secret values (1, 'harena', 'a'), (2, 'auditor', 'b');
alter table bank.secret enable row level security;
create policy own on bank.secret for select to auditor, "Leser-Gruppe" using (owner_name = current_user);
create policy none on bank.secret as restrictive for update using (false) with check (false);
grant select, update (body) on bank.secret to auditor with grant option;
grant select on all tables in schema bank to "Leser-Gruppe";
revoke all on bank.no_key from "Leser-Gruppe";
grant insert (a, b) on bank.no_key to public;
grant usage on type bank.address to auditor;
revoke usage on type bank.mood from public;

select lo_from_bytea(4700001, decode(repeat('0123456789abcdef', 100000), 'hex'));
select lo_from_bytea(4700002, '');
comment on large object 4700001 is 'a picture';
grant select on large object 4700001 to auditor;
create table bank.picture (id int primary key, image oid);
insert into bank.picture values (1, 4700001), (2, 4700002);

reset role;
alter table bank.dropped owner to "Leser-Gruppe";
create publication everything for table bank.account, bank.transfer;
create function public.noticed() returns event_trigger language plpgsql as $$ begin null; end $$;
create event trigger noticed on ddl_command_end when tag in ('CREATE SEQUENCE') execute function public.noticed();
