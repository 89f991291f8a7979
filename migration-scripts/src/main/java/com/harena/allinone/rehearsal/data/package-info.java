/**
 * Generated data like the application's, in servers that behave as RDS and ElastiCache do. The same
 * scale always gives the same data, whatever the servers' versions.
 */
package com.harena.allinone.rehearsal.data;
