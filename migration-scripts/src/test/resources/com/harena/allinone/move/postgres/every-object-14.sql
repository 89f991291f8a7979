create function app.sum_of(a int, b int) returns int language sql immutable begin atomic select a + b; end;
create procedure app.with_out(in a int, out b int) language plpgsql as $$ begin b := a; end $$;
create statistics app.by_expression on (n % 3), t from app.plain;
