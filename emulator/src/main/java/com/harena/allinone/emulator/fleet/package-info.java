/**
 * What EC2 does with instances, Spot requests and attachments, and moto does not: states that take
 * their time, one volume on one instance, requests that launch again, dependants that keep a
 * network from being deleted. It stands between every caller and moto's EC2, which keeps the rest.
 */
package com.harena.allinone.emulator.fleet;
