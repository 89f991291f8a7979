package com.harena.allinone.emulator.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a call of the local AWS's own handlers that is made again, because the first answer never
 * arrived, the answer that the first one got: nothing is made twice. It stands for the client
 * tokens with which CloudFormation's handlers ask, and is no favour to anyone else: callers outside
 * find the services as they are.
 */
public final class Repetitions implements Interceptor {
  private static final String ATTEMPTS_SHARE = "amz-sdk-invocation-id";
  private static final int REMEMBERED = 256;
  private static final int REFUSED = 400;

  private final String credential;
  private final Map<String, Answer> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Knows the handlers by their access key. */
  public Repetitions(String key) {
    credential = "Credential=" + key + "/";
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    Optional<String> number =
        call.headers()
            .first(ATTEMPTS_SHARE)
            .filter(any -> call.headers().first("Authorization").orElse("").contains(credential));
    if (number.isEmpty() || call.method().equals("GET") || call.method().equals("HEAD")) {
      return onward.pass(call);
    }
    synchronized (answers) {
      Answer before = answers.get(number.get());
      if (before != null) {
        call.body().discard();
        return before;
      }
    }
    Answer answer = onward.pass(call).atHand();
    if (answer.status() < REFUSED) {
      synchronized (answers) {
        answers.put(number.get(), answer);
      }
    }
    return answer;
  }
}
