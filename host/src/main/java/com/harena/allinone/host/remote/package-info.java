/**
 * What an operator does from another machine: commands on the instance, its schedules, its logs.
 */
package com.harena.allinone.host.remote;
