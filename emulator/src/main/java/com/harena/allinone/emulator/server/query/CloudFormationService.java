package com.harena.allinone.emulator.server.query;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.CloudFormation;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Body;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Form;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.Refusals;
import com.harena.allinone.emulator.server.Xml;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The service {@code cloudformation} of the front: answers each action by the engine. */
public final class CloudFormationService implements Onward {
  /** What the SDKs call the service. */
  public static final String NAME = "cloudformation";

  private static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

  private final Map<String, Action> actions = new TreeMap<>();

  /** One action: its parameters to the XML of its result. */
  @FunctionalInterface
  interface Action {
    String result(Form form) throws IOException;
  }

  /**
   * The service.
   *
   * @param engine does the work
   * @param s3 where templates that are named by an address are fetched
   */
  public CloudFormationService(CloudFormation engine, Onward s3) {
    TemplateText templates = new TemplateText(s3);
    StackActions.of(engine, templates).forEach(actions::put);
    ChangeSetActions.of(engine, templates).forEach(actions::put);
    ReadingActions.of(engine, templates).forEach(actions::put);
  }

  @Override
  public Answer pass(Call call) throws IOException {
    String name = call.operation().action();
    Action action = actions.get(name);
    if (action == null) {
      return Refusals.of(
          call,
          400,
          "InvalidAction",
          "the local CloudFormation has no action %s; it has %s"
              .formatted(name, String.join(", ", actions.keySet())));
    }
    try {
      return answer(name, action.result(form(call)));
    } catch (ApiFailure e) {
      return Refusals.of(call, 400, e.code(), e.getMessage());
    }
  }

  private static Form form(Call call) {
    int query = call.target().indexOf('?');
    return Form.isFormOf(call.headers()) || query < 0
        ? call.form()
        : Form.parse(call.target().substring(query + 1));
  }

  private static Answer answer(String action, String result) {
    String id = UUID.randomUUID().toString();
    String text =
        "%s<%sResponse xmlns=\"%s\">%s%s</%sResponse>"
            .formatted(
                Xml.DECLARATION,
                action,
                NAMESPACE,
                Xml.wrap(action + "Result", result),
                Xml.wrap("ResponseMetadata", Xml.element("RequestId", id)),
                action);
    Answer answer = Answer.of(200, "text/xml", "");
    return new Answer(200, answer.headers().with("x-amzn-RequestId", id), Body.of(text));
  }
}
