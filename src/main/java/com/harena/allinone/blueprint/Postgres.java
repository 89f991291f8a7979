package com.harena.allinone.blueprint;

/**
 * The PostgreSQL service.
 *
 * @param image container image
 * @param memory container memory limit
 * @param database name of the application's database
 * @param user role that owns the database
 */
public record Postgres(
    @Setting("Container image, pinned by digest") ImageReference image,
    @Setting(value = "Memory limit of the container", defaultValue = "320 MiB") Size memory,
    @Setting("Name of the application's database") DatabaseName database,
    @Setting("Role that owns the database") DatabaseName user) {}
