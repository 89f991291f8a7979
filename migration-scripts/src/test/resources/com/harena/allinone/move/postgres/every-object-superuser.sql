create function app.watch() returns event_trigger language plpgsql as 'begin null; end';
create event trigger watching on ddl_command_end when tag in ('CREATE FUNCTION') execute function app.watch();
create publication everything for all tables;
create operator class app.int_reversed for type int using btree as
  operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 btint4cmp(int, int);
