create table app.computed (a int primary key, b int generated always as (a * 2) virtual, c int not null no inherit);
insert into app.computed (a, c) select i, i % 3 from generate_series(1, 10) i;
alter table app.computed add constraint not_checked check (c >= 0) not enforced;
