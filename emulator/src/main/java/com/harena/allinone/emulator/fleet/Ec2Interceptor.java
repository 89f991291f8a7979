package com.harena.allinone.emulator.fleet;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.Refusals;
import java.io.IOException;
import java.util.Optional;

/** Leads every call to EC2 through the fleet, whoever makes it. */
public final class Ec2Interceptor implements Interceptor {
  private final LocalEc2 ec2;

  /** Leads calls to this EC2. */
  public Ec2Interceptor(LocalEc2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    if (!call.operation().service().equals("ec2")) {
      return onward.pass(call);
    }
    try {
      Optional<Ec2Xml> answer =
          ec2.answer(new Ec2Call(call.operation().action(), call.form().values()));
      return answer.isPresent()
          ? Answer.of(200, "text/xml;charset=UTF-8", answer.get().text())
          : onward.pass(call);
    } catch (Ec2Failure e) {
      return Refusals.of(call, e.status(), e.code(), e.getMessage());
    }
  }
}
