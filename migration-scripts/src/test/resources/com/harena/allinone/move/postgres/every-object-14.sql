create function app.sum_of(a int, b int) returns int language sql immutable begin atomic select a + b; end;

create function app.longest() returns text language sql stable
  begin atomic select t from app.plain where n > 0 order by length(t) desc limit 1; end;

create procedure app.with_out(in a int, out b int) language plpgsql as $$ begin b := a; end $$;
create statistics app.by_expression on (n % 3), t from app.plain;
create type app.named_range as range (subtype = text, multirange_type_name = app.many_named);
alter table app.users alter column email set compression pglz;
