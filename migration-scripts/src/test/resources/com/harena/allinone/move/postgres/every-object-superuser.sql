-- What only a superuser may make: event trigger, operator class, operator family, publication of all.
create function app.watch() returns event_trigger language plpgsql as 'begin null; end';
create event trigger watching on ddl_command_end when tag in ('CREATE FUNCTION') execute function app.watch();
create publication everything for all tables with (publish = 'insert');
create operator class app.reversed for type int using btree as
  operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 btint4cmp(int, int);
create operator class app.reversed for type int using hash as operator 1 =, function 1 hashint4(int);
create operator family other.family using btree;
alter operator family other.family using btree add operator 3 = (int, int8), function 1 (int, int8) btint48cmp(int, int8);
