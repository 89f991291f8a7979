package com.harena.allinone.blueprint;

/**
 * Who is told.
 *
 * @param address e-mail address that alarms and the budget alert are sent to
 */
public record Alarms(@Setting("E-mail address that alarms are sent to") EmailAddress address) {}
