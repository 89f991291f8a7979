package com.harena.allinone.host;

/** What belongs on an instance was asked of another machine. */
public final class NotAnInstance extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what to do instead. */
  NotAnInstance(String missing) {
    super(
        "%s is not there: this machine is no instance of a deployment; nothing was done; 'allinone host …' works on the instance from here"
            .formatted(missing));
  }
}
