create table app.distinct_nulls (n int unique nulls not distinct);
create view app.invoked with (security_invoker) as select n from app.plain;
create publication selected for table app.plain (n) where (n > 3) with (publish = 'insert');
reset role;
create publication whole for tables in schema other with (publish = 'insert');
