package com.harena.allinone.move.postgres.proof;

/**
 * What one side's rows are compared by.
 *
 * @param from what follows {@code from}
 * @param bucket SQL expression of type {@code bigint} that spreads the rows; the same on both sides
 *     for rows that belong together
 * @param key SQL expression of a text that names the row; null where the row has no key
 * @param hash SQL expression of type {@code bigint} for the whole row
 */
record Compared(String from, String bucket, String key, String hash) {
  /** Number of rows and sum of hashes of each of so many buckets, a power of two. */
  String buckets(int number) {
    return "select (%s & %d)::int, count(*), sum(%s)::text from %s group by 1 order by 1"
        .formatted(bucket, number - 1, hash, from);
  }

  /** Spread, key and hash of the rows in these buckets, by spread and hash. */
  String rows(int number, String wanted) {
    return """
        select b, k, h, count(*) from (
          select %s as b, %s as k, %s as h from %s) r
        where (b & %d)::int = any ('{%s}'::int[]) group by b, k, h order by b
        """
        .formatted(bucket, key == null ? "null::text" : key, hash, from, number - 1, wanted);
  }
}
