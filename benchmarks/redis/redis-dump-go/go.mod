module allinone.example/benchmarks/redis-dump-go

go 1.22

require github.com/yannh/redis-dump-go v0.8.2
