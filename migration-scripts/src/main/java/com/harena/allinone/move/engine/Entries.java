package com.harena.allinone.move.engine;

/** The types of a journal's entries. */
public final class Entries {
  public static final String MOVE = "move";
  public static final String DIRECTORY = "directory";
  public static final String ROUTES = "routes";
  public static final String BEGUN = "begun";
  public static final String ENDED = "ended";
  public static final String CHECKPOINT = "checkpoint";
  public static final String FORGOTTEN = "forgotten";
  public static final String BACKUP = "backup";
  public static final String ABANDONED = "abandoned";
  public static final String RESTORING = "restoring";
  public static final String RESTORED = "restored";
  public static final String CLEARING = "clearing";
  public static final String FINDINGS = "findings";
  public static final String APPLICATION = "application";
  public static final String PROOF = "proof";
  public static final String FROZEN = "frozen";
  public static final String SERVING = "serving";
  public static final String SWITCHED = "switched";
  public static final String DESTROYING = "destroying";
  public static final String DESTROYED = "destroyed";
  public static final String CLOSED = "closed";

  private Entries() {}
}
