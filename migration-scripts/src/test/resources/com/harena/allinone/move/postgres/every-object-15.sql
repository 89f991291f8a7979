create table app.distinct_nulls (n int unique nulls not distinct);
create view app.invoked with (security_invoker) as select n from app.plain;
