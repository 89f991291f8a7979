package com.harena.allinone.stack.redeploy;

import com.harena.allinone.schema.Ruling;
import com.harena.allinone.schema.Rulings;
import com.harena.allinone.stack.testing.BlueprintEdit;
import java.nio.file.Path;
import java.util.Map;

/** Writes the table of verdicts as a page of the documentation. */
final class SafetyTable {
  private static final String HEAD =
      """
      # What a redeploy does

      For every property of the blueprint: a changed value, and what `cdk deploy` then does. Generated from the templates before and
      after, the CloudFormation schemas as the pinned CDK command line ships them (`aws-cdk`, `db.json.gz`), followed through references,
      and the rulings below. The tests fail when this page is stale, and print how to renew it.

      - **none**: no resource changes. **in-place**: resources change and go on working.
      - **interruption**: the instance stays and applies a new host bundle; Compose recreates the containers that are named ("if there are
        existing containers for a service, and the service's configuration or image was changed after the container's creation, docker
        compose up picks up the changes by stopping and recreating the containers", https://docs.docker.com/reference/cli/docker/compose/up/).
      - **replacement**: the named resources are made anew and the old ones deleted; the column "instance" says whether it is among them.
        A new instance takes the data volume over before the old one is deleted; its parts carry a new suffix.
      - **refused**: the blueprint's loader, the comparison with the reviewed template, CloudFormation or the service refuses it.

      The data volume, the backup bucket and the site bucket keep their logical ids in every row.

      | property | change | verdict | instance | what happens | why |
      |---|---|---|---|---|---|
      """;

  private static final String RULINGS =
      """

      ## What the schemas leave open

      | resource type | property | effect | says | where |
      |---|---|---|---|---|
      """;

  private SafetyTable() {}

  static String markdown(Path blueprint, Map<RedeployRow, RowVerdict> verdicts) {
    StringBuilder text = new StringBuilder(HEAD);
    verdicts.forEach(
        (row, verdict) ->
            text.append(
                line(
                    "`" + row.property() + "`",
                    changeOf(blueprint, row),
                    verdict.kind().label(),
                    verdict.instance(),
                    String.join("; ", verdict.effects()),
                    row.why())));
    text.append(RULINGS);
    for (Ruling ruling : Rulings.ALL) {
      String type = ruling.type().equals("Custom::") ? "custom resources" : ruling.type();
      text.append(
          line(
              type,
              ruling.property().equals("*") ? "any" : ruling.property(),
              ruling.kind().label(),
              ruling.wording(),
              "[page](" + ruling.page() + ")"));
    }
    return text.toString();
  }

  private static String changeOf(Path blueprint, RedeployRow row) {
    StringBuilder text = new StringBuilder();
    row.change()
        .forEach(
            (path, value) -> {
              Object before = row.from().getOrDefault(path, BlueprintEdit.valueAt(blueprint, path));
              text.append(text.isEmpty() ? "" : ", ");
              text.append(path.equals(row.property()) ? "" : path + " ");
              text.append(shorten(before)).append(" → ").append(shorten(value));
            });
    return text.toString();
  }

  private static String shorten(Object value) {
    String text =
        value == null
            ? "(not set)"
            : String.valueOf(value).replaceAll("(sha256:[0-9a-f]{6})[0-9a-f]+", "$1…");
    return text.replaceAll("certificate/([0-9a-f]{8})[0-9a-f-]+", "certificate/$1…");
  }

  private static String line(String... cells) {
    StringBuilder line = new StringBuilder("|");
    for (String cell : cells) {
      line.append(' ').append(cell.replace("|", "\\|").replace('\n', ' ')).append(" |");
    }
    return line.append('\n').toString();
  }
}
