package com.harena.allinone.emulator.function;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.S3Object;
import java.io.IOException;

/** Where the archive of a function comes from when its code is an object of S3. */
public final class FunctionSource {
  /** Reads the archive. */
  byte[] fetch(String bucket, String key, Onward onward) throws IOException {
    Answer answer = onward.pass(S3Object.get(bucket, key));
    if (answer.status() != 200) {
      throw new IOException(
          "the code of a function, %s/%s, is not in S3: status %d"
              .formatted(bucket, key, answer.status()));
    }
    return answer.body().open().readAllBytes();
  }
}
