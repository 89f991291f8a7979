package com.harena.allinone.template;

/** A file that is no CloudFormation template in JSON; the message says where and why. */
public final class UnreadableTemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableTemplateException(String message) {
    super(message, null, false, false);
  }
}
