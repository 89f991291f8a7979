package com.harena.allinone.blueprint;

/**
 * What runs on the instance.
 *
 * @param postgres database
 * @param redis cache
 * @param elasticsearch search
 * @param backend the application
 * @param backup the daily backup
 */
public record Services(
    @Setting("Database") Postgres postgres,
    @Setting("Cache") Redis redis,
    @Setting("Search") Elasticsearch elasticsearch,
    @Setting("The application") Backend backend,
    @Setting("Daily backup of every store") Backup backup) {}
