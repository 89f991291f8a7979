package com.harena.allinone.emulator.policy;

import com.harena.allinone.emulator.fleet.Ec2Xml;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.Optional;

/**
 * Remembers the sessions that the local AWS's own parts open by {@code AssumeRole}, such as those
 * of functions, so that their roles' policies hold. Sessions that others open, such as the CDK CLI
 * its bootstrap roles', stay an administrator's.
 */
public final class AssumedRoles implements Interceptor {
  private final Sessions sessions;

  /** Remembers them here. */
  public AssumedRoles(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    boolean own =
        call.asks("sts", "AssumeRole")
            && Authorization.key(call).filter(Sessions.OWN_KEY::equals).isPresent();
    if (!own) {
      return onward.pass(call);
    }
    Answer answer = onward.pass(call).atHand();
    if (answer.status() == 200) {
      remember(call, answer.body().text().orElse(""));
    }
    return answer;
  }

  private void remember(Call call, String answer) {
    Optional<String> key = Ec2Xml.parse(answer).text("AssumeRoleResult/Credentials/AccessKeyId");
    Optional<String> role = call.form().text("RoleArn");
    String session = call.form().text("RoleSessionName").orElse("session");
    if (key.isPresent() && role.isPresent()) {
      sessions.remember(key.get(), new Principal(role.get(), session));
    }
  }
}
