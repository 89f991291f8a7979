package com.harena.allinone.alarm;

/** The topic that alarms publish to. */
public final class AlarmTopic {
  /** Name of the statement that lets this account's alarms publish. */
  public static final String PUBLISHERS = "AlarmsOfThisAccount";

  /** The service that publishes. */
  public static final String PRINCIPAL = "cloudwatch.amazonaws.com";

  /** What it may do. */
  public static final String ACTION = "sns:Publish";

  /** The condition key that names its account. */
  public static final String ACCOUNT_KEY = "aws:SourceAccount";

  private AlarmTopic() {}

  /** The name that e-mails come from. */
  public static String displayName(String deployment) {
    return "allinone " + deployment;
  }
}
